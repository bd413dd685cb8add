import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import { formatBytes } from '@/base/format'
import { lineList, type WarningLog } from './warnings'
import { makeParser } from './dialect'
import type { makeNormaliser } from './lineEnds'
import type { Delimiter, Encoding, Quote } from './types'

const chunkBytes = 1 << 18
/** Longer records are taken for a quote that nobody closed; this also keeps the time for re-reading them bounded. */
const longestRecord = 1 << 22

export interface RecordSource {
  /** UTF-8 or Windows-1252. */
  bytes: Uint8Array
  encoding: Encoding
  delimiter: Delimiter
  quote: Quote
  newline: '\n' | '\r' | '\r\n'
  normaliser: ReturnType<typeof makeNormaliser> | null
}

/** Some records in order, with the line on which each begins. */
export interface Records {
  rows: string[][]
  lines: number[]
}

/**
 * Reads the file chunk by chunk; papaparse decides where values and records end.
 * @throws StepFailure `bad-file` with the line of a quote that is never closed.
 */
export async function* readRecords(
  source: RecordSource,
  log: WarningLog,
  pulse: Pulse,
): AsyncGenerator<Records> {
  const decoder = new TextDecoder(source.encoding)
  const parser = makeParser(source.delimiter, source.quote, source.newline)
  let pending = ''
  let line = 1
  for (let at = 0; at < source.bytes.length; at += chunkBytes) {
    const end = Math.min(at + chunkBytes, source.bytes.length)
    const last = end === source.bytes.length
    const decoded = decoder.decode(source.bytes.subarray(at, end), { stream: !last })
    pending += source.normaliser ? source.normaliser.next(decoded, last) : decoded
    const parsed = parser.parse(pending, 0, !last)
    const rows = last && pending.endsWith(source.newline) ? parsed.data.slice(0, -1) : parsed.data
    const read = last ? pending : pending.slice(0, parsed.meta.cursor)
    const lines = numberLines(rows, line, read, source)
    line = lines[rows.length]
    noteQuotes(parsed.errors, lines, rows.length, log)
    noteCharacters(read, rows, lines, log)
    pending = pending.slice(read.length)
    if (pending.length > longestRecord) failStep(unclosed(line))
    yield { rows, lines }
    pulse.progress({
      share: end / source.bytes.length,
      message: `${formatBytes(end)} of ${formatBytes(source.bytes.length)}`,
    })
    await pulse.breathe()
  }
}

/** The line of each record, and of the one that comes next; quoted values may span lines. */
function numberLines(rows: string[][], first: number, text: string, source: RecordSource): number[] {
  const spans = source.quote !== 'none' && text.includes(source.quote === 'single' ? "'" : '"')
  const sign = source.newline === '\r' ? '\r' : '\n'
  const lines = [first]
  let line = first
  for (const row of rows) {
    line++
    if (spans) for (const cell of row) line += countOf(cell, sign)
    lines.push(line)
  }
  return lines
}

function countOf(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++
  return count
}

/** Errors of the record that is read again with the next chunk are left for then. */
function noteQuotes(
  errors: { code: string; row: number }[],
  lines: number[],
  rows: number,
  log: WarningLog,
): void {
  let noted = -1
  for (const { code, row } of errors) {
    if (code === 'MissingQuotes') failStep(unclosed(lines[row]))
    if (row === noted || row >= rows) continue
    noted = row
    log.add('quote-inside', lines[row])
  }
}

function unclosed(line: number) {
  const problem = `the record that begins in ${lineList([line], 1)} has a quote that is never closed`
  return {
    kind: 'bad-file' as const,
    line,
    problem,
    advice: 'Close the quote in the file, or set Quotes to none.',
  }
}

function noteCharacters(text: string, rows: string[][], lines: number[], log: WarningLog): void {
  for (const [sign, kind] of [
    ['\0', 'nul'],
    ['\uFFFD', 'undecodable'],
  ] as const) {
    if (!text.includes(sign)) continue
    rows.forEach((row, i) => row.some((cell) => cell.includes(sign)) && log.add(kind, lines[i]))
  }
}
