import { formatDate } from '@/base/format'
import {
  codedColumn,
  isCoded,
  type CodedColumn,
  type Column,
  type ColumnType,
  type NumberColumn,
} from '@/values/table'

/**
 * The same column as another type. Words become numbers where they read as one and dates where they are written
 * as ISO 8601 (without a zone: UTC); everything else becomes missing. A number as a date is epoch milliseconds.
 */
export function castColumn(column: Column, type: ColumnType): Column {
  if (column.type === type) return column
  if (isCoded(column)) {
    if (type === 'categorical' || type === 'text') return { ...column, type }
    return castWords(column, type)
  }
  if (type === 'numeric' || type === 'datetime') return { ...column, type }
  return castNumbers(column, type)
}

function castWords(column: CodedColumn, type: 'numeric' | 'datetime'): NumberColumn {
  const meanings = Float64Array.from(column.dictionary, type === 'numeric' ? readNumber : readDate)
  const values = new Float64Array(column.codes.length)
  for (let row = 0; row < values.length; row++) {
    const code = column.codes[row]
    values[row] = code < 0 ? NaN : meanings[code]
  }
  return { name: column.name, type, values }
}

function castNumbers(column: NumberColumn, type: 'categorical' | 'text'): CodedColumn {
  const write = column.type === 'datetime' ? writeDate : String
  const known = new Map<number, string | null>()
  const words = Array.from(column.values, (value) => {
    let word = known.get(value)
    if (word === undefined) {
      word = Number.isNaN(value) ? null : write(value)
      known.set(value, word)
    }
    return word
  })
  return codedColumn(column.name, words, type)
}

/** A moment outside the calendar (beyond the year 275,760) stays the number that it is. */
const writeDate = (epochMs: number): string =>
  Math.abs(epochMs) <= 8.64e15 ? formatDate(epochMs) : String(epochMs)

/** NaN when the whole text is not one decimal number. */
export function readNumber(text: string): number {
  const trimmed = text.trim()
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : NaN
}

const isoDate =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/

/** Epoch milliseconds; NaN when the text is not an ISO 8601 date. */
export function readDate(text: string): number {
  const trimmed = text.trim()
  const parts = isoDate.exec(trimmed)
  if (!parts) return NaN
  const withTime = parts[4] === undefined ? trimmed : trimmed.replace(' ', 'T')
  return Date.parse(parts[4] !== undefined && parts[8] === undefined ? `${withTime}Z` : withTime)
}
