import { formatBytes } from '@/base/format'
import type { Pulse } from '@/contract/pulse'
import type { EndCounter } from '../lineEnds'
import {
  longestRecord,
  ReadAgain,
  readRecords,
  type Place,
  type Records,
  type RecordSource,
} from '../records'
import { delimiters, quotes, type Decimal } from '../types'
import type { WarningLog } from '../warnings'
import { Blocks } from './blocks'
import { PartsBehind } from './partsBehind'
import { plainness } from './plainBytes'
import type { ScanOptions } from './scanOptions'
import { Scanner, type Stop } from './scanner'
import { EnoughRows, Kind, type Sinks } from './sinks'

/** A file, and how its records become rows. */
export interface RowSource extends RecordSource {
  width: number
  decimal: Decimal
  /** Where the first record begins; a byte-order mark comes before it. */
  start: number
  /** Records at the beginning that are no rows: blank ones, and the names of the columns. */
  skip: number
}

export interface Tuning {
  /** Bytes that are read at once. */
  blockBytes: number
  /** Off: papaparse reads every record, as it does where a record is not regular. */
  fast: boolean
  /** By how many rows it is guessed what columns are. */
  kindRows: number
  /** Bytes of a part that another thread reads, where there is one; shorter files are read here alone. */
  partBytes: number
}

export const usualTuning: Tuning = { blockBytes: 1 << 22, fast: true, kindRows: 1000, partBytes: 1 << 21 }

export interface RowReaderParts {
  sinks: Sinks
  log: WarningLog
  ends: EndCounter
  pulse: Pulse
  tuning: Tuning
}

/**
 * Reads all rows into columns: regular records straight from their bytes, all others by papaparse, with the same table
 * as if papaparse had read them all. Says whether that was all, or the sinks wanted no more.
 * @throws StepFailure `bad-file`
 * @throws ReadAgain
 */
export async function readRows(file: RowSource, parts: RowReaderParts): Promise<{ whole: boolean }> {
  try {
    await readAllRows(file, parts)
    return { whole: true }
  } catch (error) {
    if (error instanceof EnoughRows) return { whole: false }
    throw error
  }
}

async function readAllRows(file: RowSource, parts: RowReaderParts): Promise<void> {
  const skip = { records: file.skip }
  if (!parts.tuning.fast)
    return void (await readSlowly(file, { at: file.start, line: 1 }, { ...parts, skip, until: Infinity }))
  await new RowReader(file, parts, skip).read()
}

class RowReader {
  private readonly file: RowSource
  private readonly parts: RowReaderParts
  private readonly skip: { records: number }
  private readonly scanner: Scanner
  private readonly blocks: Blocks
  private readonly quote: number
  private readonly behind: PartsBehind | null

  constructor(file: RowSource, parts: RowReaderParts, skip: { records: number }) {
    this.file = file
    this.parts = parts
    this.skip = skip
    this.quote = file.quote === 'none' ? -1 : quotes[file.quote].charCodeAt(0)
    const options = {
      delimiter: delimiters[file.delimiter].charCodeAt(0),
      quote: this.quote,
      decimal: file.decimal === 'comma' ? 44 : 46,
      encoding: file.encoding,
      width: file.width,
      ends: file.ends,
    } satisfies ScanOptions
    this.scanner = new Scanner(options, parts.sinks, parts.log, parts.ends)
    this.behind = PartsBehind.of(file, parts, options)
    this.blocks = new Blocks(file.source, parts.tuning.blockBytes, this.behind ? 1 : undefined)
    parts.sinks.judgeRows = () =>
      (parts.sinks.row * file.source.size) / Math.max(1, this.blocks.start + this.scanner.at)
  }

  async read(): Promise<void> {
    try {
      await this.readToEnd()
    } finally {
      this.behind?.stop()
    }
  }

  private async readToEnd(): Promise<void> {
    const { size } = this.file.source
    const { pulse } = this.parts
    for (let place: Place | null = { at: this.file.start, line: 1 }; place && place.at < size;) {
      const known = place.at + (this.behind?.held ?? 0)
      pulse.progress({ share: known / size, message: `${formatBytes(known)} of ${formatBytes(size)}` })
      await pulse.breathe()
      place = (await this.takePart(place)) ?? (await this.readWindow(place))
    }
  }

  /** The rows of a part that another thread has read, if one begins here; answers where to go on. */
  private async takePart({ at, line }: Place): Promise<Place | null> {
    // Titles and names of columns are read here.
    const part = this.skip.records > 0 ? null : await this.behind?.take(at, this.parts.pulse.signal)
    if (!part) return null
    this.parts.sinks.addPart(part, line)
    return { at: part.next, line: line + part.rows }
  }

  private async readWindow(place: Place): Promise<Place | null> {
    const { blocks, behind } = this
    await blocks.moveTo(place.at)
    this.scanner.line = place.line
    const whole = blocks.isLast ? blocks.length : this.wholeRecords()
    const limit = behind?.limit(place.at) ?? Infinity
    const end = limit === Infinity ? whole : Math.min(whole, this.firstRecord(limit))
    const next = await this.readBlock(place, end)
    // No record ends where one was thought to begin.
    if (end < whole && next && next.at < blocks.start + end) behind?.forget(limit)
    return next
  }

  /** Where the first record from an offset of the file on begins in the window, if each `\n` ends one. */
  private firstRecord(from: number): number {
    const { bytes, start, length } = this.blocks
    const end = from - start > length ? -1 : bytes.indexOf(10, from - 1 - start)
    return end < 0 ? Infinity : end + 1
  }

  /** Reads the records of the window; answers where to go on, and null when all is read. */
  private async readBlock(place: Place, end: number): Promise<Place | null> {
    const { blocks } = this
    if (end === 0) return blocks.length > longestRecord ? this.readOn(place, place.at + 1) : place
    const plain = this.isPlain(blocks.bytes.subarray(0, end))
    if (plain === 'not-text') return this.readOn(place, Infinity)
    if (plain === 'odd') return this.readOn(place, place.at + end)
    blocks.setGuards(end, this.quote)
    for (let at = 0; ;) {
      const stop = this.scan(at, end)
      const here = { at: blocks.start + this.scanner.at, line: this.scanner.line }
      if (stop === 'other-ends') throw new ReadAgain('ends')
      if (stop === 'done' || (stop === 'incomplete' && !this.isHopeless(here))) return here
      const next = await this.readOn(here, here.at + 1)
      await this.parts.pulse.breathe()
      if (!next || next.at >= blocks.start + end) return next
      at = next.at - blocks.start
      this.scanner.line = next.line
    }
  }

  private scan(at: number, end: number): Stop {
    this.scanner.at = at
    return this.scanner.scan(this.blocks.bytes, end, this.skip)
  }

  /** Whether more bytes will not make the record whole. */
  private isHopeless(here: Place): boolean {
    return this.blocks.isLast || this.blocks.start + this.blocks.length - here.at > longestRecord
  }

  private readOn(from: Place, until: number): Promise<Place | null> {
    return readSlowly(this.file, from, { ...this.parts, skip: this.skip, until })
  }

  /** Where the last record of the window ends, as far as its bytes tell; 0 when none does. */
  private wholeRecords(): number {
    const { bytes, length } = this.blocks
    const { ends } = this.file
    const lf = ends === 'cr' ? -1 : bytes.lastIndexOf(10, length - 1)
    // A `\r` at the very end may be the first half of a line end.
    return 1 + (lf >= 0 || ends === 'lf' || ends === 'crlf' ? lf : bytes.lastIndexOf(13, length - 2))
  }

  /** Whether the scanner may read these bytes; it knows nothing of characters. */
  private isPlain(bytes: Uint8Array): 'plain' | 'odd' | 'not-text' {
    const found = plainness(bytes, this.file.encoding)
    if (found !== 'not-utf8') return found
    if (this.file.guessed) throw new ReadAgain('encoding')
    return 'not-text'
  }
}

type SlowParts = RowReaderParts & { skip: { records: number }; until: number }

/** Lets papaparse read records up to an offset or further; answers where to go on, and null when all is read. */
async function readSlowly(file: RowSource, from: Place, parts: SlowParts): Promise<Place | null> {
  for await (const records of readRecords(file, from, parts)) {
    addRecords(file.width, records, parts)
    if (records.next && records.next.at >= parts.until) return records.next
  }
  return null
}

function addRecords(width: number, { rows, lines }: Records, { sinks, log, skip }: SlowParts): void {
  rows.forEach((row, i) => {
    const line = lines[i]
    const blank = row.length === 1 && row[0].trim() === ''
    if (blank && (width > 1 || skip.records > 0)) log.add('blank-line', line)
    else if (skip.records === 0) addRow(row, width, line, { sinks, log })
    if (skip.records > 0) skip.records--
  })
}

function addRow(
  row: string[],
  width: number,
  line: number,
  { sinks, log }: Pick<SlowParts, 'sinks' | 'log'>,
): void {
  if (row.length < width) log.add('short-row', line)
  if (row.length > width) log.add('long-row', line)
  sinks.beginRow()
  for (let column = 0; column < width && column < row.length; column++)
    if (sinks.kinds[column] !== Kind.none) sinks.setText(column, row[column])
  if (row.length < width) sinks.fillRow(row.length)
  sinks.endRow(line)
}
