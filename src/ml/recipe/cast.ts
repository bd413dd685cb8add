import { formatDate } from '@/base/format'
import {
  codedColumn,
  isCoded,
  type CodedColumn,
  type Column,
  type ColumnType,
  type NumberColumn,
} from '@/values/table'
import { readAnyDate } from '../csv/dates'
import { readNumber } from '../csv/numbers'

/**
 * The same column as another type. Words become numbers (with a decimal point) or dates (without a zone: UTC) where
 * they read as one; everything else becomes missing. A number as a date is epoch milliseconds.
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
  const read = type === 'numeric' ? readWord : (word: string) => readAnyDate(word.trim())
  const meanings = Float64Array.from(column.dictionary, read)
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

const readWord = (word: string): number => readNumber(word.trim(), 'point')
