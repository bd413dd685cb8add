import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import { collectRows, typeColumns, type RowCollector } from './columns'
import { guessDialect } from './dialect'
import { binaryKind, guessEncoding, toUtf8 } from './encoding'
import { looksLikeHeader, nameColumns } from './header'
import { countLineEnds, makeNormaliser, type LineEndCounts } from './lineEnds'
import { guessDecimal } from './numbers'
import { readRecords, type Records, type RecordSource } from './records'
import {
  delimiters,
  quotes,
  type CsvFindings,
  type CsvOptions,
  type CsvReading,
  type Decimal,
  type Encoding,
  type LineEnds,
} from './types'
import { lineList, makeWarningLog, type WarningLog } from './warnings'

const sampleBytes = 1 << 17
const mostColumns = 20_000

/**
 * Reads delimited text into a table. Encoding, delimiter, quotes, decimal sign, header and types are guessed unless
 * the options say otherwise; whatever is read otherwise than it stands in the file is told in a warning with its
 * lines. Memory: the bytes, the distinct values of each column as text, and the typed columns.
 * @throws StepFailure `bad-file`, with the line where there is one.
 */
export async function parseCsv(bytes: Uint8Array, options: CsvOptions, pulse: Pulse): Promise<CsvReading> {
  const log = makeWarningLog()
  const { source, lineEnds } = await prepare(bytes, options, log, pulse)
  const reading = await readAll(source, options, log, pulse)
  const typed = await typeColumns({ ...reading, options }, log, pulse)
  if (reading.collector.rows === 0) log.say('no-rows', 'The file has column names but no rows.')
  const findings: CsvFindings = {
    encoding: lineEnds.encoding,
    delimiter: source.delimiter,
    quote: source.quote,
    decimal: reading.decimal,
    header: reading.header,
    lineEnds: lineEnds.kind(log),
    markers: typed.markers,
  }
  return {
    table: { rowCount: reading.collector.rows, columns: typed.columns },
    findings,
    warnings: log.finish(),
  }
}

async function prepare(bytes: Uint8Array, options: CsvOptions, log: WarningLog, pulse: Pulse) {
  const encoding = await chooseEncoding(bytes, options, log, pulse)
  const binary = binaryKind(bytes, encoding)
  if (binary)
    failStep({
      kind: 'bad-file',
      line: null,
      problem: `This is ${binary.what}, not delimited text`,
      advice: binary.advice,
    })
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be'
  const narrow = wide ? await toUtf8(bytes, encoding, pulse) : bytes
  const narrowEncoding = wide ? 'utf-8' : encoding
  const sample = sampleText(narrow, narrowEncoding)
  if (sample.trim() === '' && narrow.length <= sampleBytes) {
    failStep({
      kind: 'bad-file',
      line: null,
      problem: 'The file is empty',
      advice: 'Choose a file with at least a row of column names.',
    })
  }
  const counts = await countLineEnds(narrow, pulse)
  const dialect = guessDialect(sample, options)
  const mixed = [counts.crlf, counts.lf, counts.cr].filter((count) => count > 0).length > 1
  const normaliser = mixed ? makeNormaliser(delimiters[dialect.delimiter], quotes[dialect.quote]) : null
  const newline = mixed ? '\n' : counts.crlf > 0 ? '\r\n' : counts.cr > 0 ? '\r' : '\n'
  const source: RecordSource = { bytes: narrow, encoding: narrowEncoding, ...dialect, newline, normaliser }
  const kind = (to: WarningLog): LineEnds => nameLineEnds(normaliser?.outside ?? counts, to)
  return { source, lineEnds: { encoding, kind } }
}

async function chooseEncoding(
  bytes: Uint8Array,
  options: CsvOptions,
  log: WarningLog,
  pulse: Pulse,
): Promise<Encoding> {
  if (options.encoding !== 'auto') return options.encoding
  const { encoding, invalidAt } = await guessEncoding(bytes, pulse)
  if (invalidAt !== null) {
    const { crlf, lf, cr } = await countLineEnds(bytes.subarray(0, invalidAt), pulse)
    const line = 1 + crlf + lf + cr
    log.say(
      'encoding',
      `The text is not valid UTF-8 (${lineList([line], 1)}), so it was read as Windows-1252 (Latin-1).`,
      [line],
    )
  }
  return encoding
}

/** Whole lines from the beginning, line ends made alike; a part of a line only when there is no other. */
function sampleText(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding)
    .decode(bytes.subarray(0, sampleBytes), { stream: true })
    .replace(/\r\n?/g, '\n')
  if (bytes.length <= sampleBytes) return text
  const end = text.lastIndexOf('\n')
  return end < 0 ? text : text.slice(0, end)
}

function nameLineEnds(counts: LineEndCounts, log: WarningLog): LineEnds {
  const kinds = (['lf', 'crlf', 'cr'] as const).filter((kind) => counts[kind] > 0)
  if (kinds.length < 2) return kinds[0] ?? 'lf'
  const list = kinds
    .map((kind) => `${counts[kind].toLocaleString('en-GB')} × ${kind.toUpperCase()}`)
    .join(', ')
  log.say('mixed-line-ends', `The line ends are mixed (${list}); each was taken as the end of a row.`)
  return 'mixed'
}

interface Reading {
  names: string[]
  collector: RowCollector
  decimal: Decimal
  header: 'yes' | 'no'
}

/** The first chunk decides about decimal sign, header and width. */
async function readAll(
  source: RecordSource,
  options: CsvOptions,
  log: WarningLog,
  pulse: Pulse,
): Promise<Reading> {
  let reading: Reading | null = null
  for await (const records of readRecords(source, log, pulse)) {
    if (records.rows.length === 0) continue
    let start = 0
    if (!reading) {
      start = firstFilled(records, log)
      if (start === records.rows.length) continue
      reading = begin(
        { rows: records.rows.slice(start), lines: records.lines.slice(start) },
        source,
        options,
        log,
      )
      if (reading.header === 'yes') start++
    }
    for (let i = start; i < records.rows.length; i++) reading.collector.add(records.rows[i], records.lines[i])
  }
  return (
    reading ??
    failStep({
      kind: 'bad-file',
      line: null,
      problem: 'The file is empty',
      advice: 'Choose a file with at least a row of column names.',
    })
  )
}

/** Blank lines before the first row belong to nothing. */
function firstFilled({ rows, lines }: Records, log: WarningLog): number {
  let start = 0
  while (start < rows.length && rows[start].length === 1 && rows[start][0].trim() === '')
    log.add('blank-line', lines[start++])
  return start
}

function begin(records: Records, source: RecordSource, options: CsvOptions, log: WarningLog): Reading {
  const sample = records.rows.slice(0, 1000)
  const below = sample.length > 1 ? sample.slice(1) : sample
  const decimal =
    options.decimal === 'auto' ? guessDecimal(below.flat(), delimiters[source.delimiter]) : options.decimal
  const header =
    options.header === 'auto' ? (looksLikeHeader(sample, decimal) ? 'yes' : 'no') : options.header
  const width = Math.max(usualLength(sample), header === 'yes' ? sample[0].length : 0)
  const line = records.lines[0]
  if (width > mostColumns) {
    const problem = `there are ${width.toLocaleString('en-GB')} columns, and at most ${mostColumns.toLocaleString('en-GB')} can be read`
    failStep({ kind: 'bad-file', line, problem, advice: 'Check the delimiter.' })
  }
  const naming = nameColumns(header === 'yes' ? sample[0] : null, width)
  const list = (columns: number[]) =>
    columns
      .slice(0, 5)
      .map((i) => `“${naming.names[i]}”`)
      .join(', ') + (columns.length > 5 ? ', …' : '')
  const { unnamed, duplicates } = naming
  if (unnamed.length > 0)
    log.say(
      'name-missing',
      `Line ${line} names ${unnamed.length} of the columns not at all: ${list(unnamed)} stand in.`,
      [line],
      unnamed.length,
    )
  if (duplicates.length > 0)
    log.say(
      'name-duplicate',
      `Line ${line} gives a name twice; renamed: ${list(duplicates)}.`,
      [line],
      duplicates.length,
    )
  return { names: naming.names, collector: collectRows(width, log), decimal, header }
}

/** The most common number of cells; the larger of two that are equally common. */
function usualLength(rows: readonly string[][]): number {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  let best = 1
  for (const [length, count] of counts) {
    const most = counts.get(best) ?? 0
    if (count > most || (count === most && length > best)) best = length
  }
  return best
}
