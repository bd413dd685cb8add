import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import type { Column } from '@/values/table'
import { collectCells, grown, type CellCollector, type CellTexts } from './cells'
import { typeColumn, type TypedColumn } from './typing'
import { missingMarkers, type CsvFindings, type CsvOptions, type Decimal } from './types'
import { lineList, type WarningLog } from './warnings'

const mostDistinct = 16_000_000

/** Collects records into columns, and remembers the line of each row. */
export interface RowCollector {
  add(row: string[], line: number): void
  readonly rows: number
  lines(): Int32Array
  columns: CellCollector[]
}

export function collectRows(width: number, log: WarningLog): RowCollector {
  const columns = Array.from({ length: width }, collectCells)
  let lines = new Int32Array(1024)
  let rows = 0
  return {
    columns,
    add(row, line) {
      if (row.length === 1 && width > 1 && row[0].trim() === '') return log.add('blank-line', line)
      if (row.length < width) log.add('short-row', line)
      if (row.length > width) log.add('long-row', line)
      for (let i = 0; i < width; i++) columns[i].add(i < row.length ? row[i] : null)
      if (rows === lines.length) lines = grown(lines)
      lines[rows++] = line
    },
    get rows() {
      return rows
    },
    lines: () => lines.subarray(0, rows),
  }
}

export interface TypingJob {
  names: string[]
  collector: RowCollector
  options: CsvOptions
  decimal: Decimal
}

/** Gives every column its type, and says what did not fit. */
export async function typeColumns(job: TypingJob, log: WarningLog, pulse: Pulse) {
  const { names, collector, options } = job
  const markers = new Set(options.missing === 'usual' ? ['', ...missingMarkers] : [''])
  const wishes = new Map(options.types.map((wish) => [wish.column, wish.type]))
  const found = new Map<string, number>()
  const columns: Column[] = []
  for (const [i, name] of names.entries()) {
    const cells = collector.columns[i].finish()
    if (cells.texts.length > mostDistinct) tooManyValues(name)
    const wish = { type: wishes.get(name) ?? ('auto' as const), decimal: job.decimal, markers }
    const typed = await typeColumn(name, cells, wish, pulse)
    noteColumn(typed, cells, collector.lines(), log)
    for (const [marker, count] of typed.markers) found.set(marker, (found.get(marker) ?? 0) + count)
    columns.push(typed.column)
    await pulse.breathe()
  }
  for (const column of wishes.keys()) {
    if (!names.includes(column))
      log.say('unknown-correction', `A type is set for column “${column}”, which is not in the file.`)
  }
  return {
    columns,
    markers: [...found].map(([marker, count]) => ({ marker, count })) satisfies CsvFindings['markers'],
  }
}

function tooManyValues(name: string): never {
  return failStep({
    kind: 'bad-file',
    line: null,
    problem: `column “${name}” has more than ${mostDistinct.toLocaleString('en-GB')} different values`,
    advice: 'Take a part of the file.',
  })
}

function noteColumn(typed: TypedColumn, cells: CellTexts, rowLines: Int32Array, log: WarningLog): void {
  const { name, type } = typed.column
  if (typed.ambiguousDates) {
    log.say(
      'ambiguous-date',
      `The dates of “${name}” could be day first or month first; they were read as day first.`,
    )
  }
  if (!typed.odd) return
  const { lines, count, example } = oddRows(typed.odd, cells, rowLines)
  const what = `${count} ${count === 1 ? 'value' : 'values'} of “${name}”, such as “${example.slice(0, 60)}” (${lineList(lines, count)})`
  if (typed.forced) {
    const wished = type === 'numeric' ? 'a number' : 'a date'
    log.say(
      'forced-missing',
      `${what}, cannot be read as ${wished} and ${count === 1 ? 'counts' : 'count'} as missing.`,
      lines,
      count,
    )
  } else {
    log.say(
      'odd-values',
      `Column “${name}” was not read as numbers because of ${what}. Set its type to numeric to count them as missing.`,
      lines,
      count,
    )
  }
}

function oddRows(odd: Uint8Array, cells: CellTexts, rowLines: Int32Array) {
  const lines: number[] = []
  let count = 0
  let example = ''
  cells.codes.forEach((code, row) => {
    if (code < 0 || odd[code] === 0) return
    if (count++ === 0) example = cells.texts[code]
    if (lines.length < 20) lines.push(rowLines[row])
  })
  return { lines, count, example }
}
