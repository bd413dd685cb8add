import { isCoded, isMissing, type CodedColumn, type Column, type Table } from '@/values/table'
import { previewColumn } from '@/ml/preview/columnPreview'
import type { PreparePreview } from './preview'

const maxPictures = 40
const maxNames = 200

const picture = (column: Column) => previewColumn(column, 'feature')

/** What changed between two tables of the same rows; a column that a step left alone is the same object. */
export function compareTables(before: Table, after: Table): Omit<PreparePreview, 'fittedRows' | 'notes'> {
  const old = new Map(before.columns.map((column) => [column.name, column]))
  const now = new Set(after.columns.map((column) => column.name))
  const touched = after.columns.filter((column) => old.has(column.name) && old.get(column.name) !== column)
  const added = after.columns.filter((column) => !old.has(column.name))
  const removed = before.columns.filter((column) => !now.has(column.name)).map((column) => column.name)
  const counts = touched.map((column) => countChanges(old.get(column.name)!, column))
  return {
    kind: 'prepare',
    rows: after.rowCount,
    columns: { before: before.columns.length, after: after.columns.length },
    changed: touched.slice(0, maxPictures).map((column, i) => ({
      name: column.name,
      before: picture(old.get(column.name)!),
      after: picture(column),
      valuesChanged: counts[i],
    })),
    changedCount: touched.length,
    valuesChanged: counts.reduce((sum, count) => sum + count, 0),
    added: added
      .slice(0, maxNames)
      .map((column, i) => ({ name: column.name, picture: i < maxPictures ? picture(column) : null })),
    addedCount: added.length,
    removed: removed.slice(0, maxNames),
    removedCount: removed.length,
  }
}

/** Rows whose value differs; between words and numbers, rows that lost or gained a value. */
export function countChanges(before: Column, after: Column): number {
  if (isCoded(before)) return isCoded(after) ? countWords(before, after) : countGaps(before, after)
  if (isCoded(after)) return countGaps(before, after)
  let count = 0
  for (let row = 0; row < before.values.length; row++) {
    if (!Object.is(before.values[row], after.values[row])) count++
  }
  return count
}

function countWords(before: CodedColumn, after: CodedColumn): number {
  let count = 0
  for (let row = 0; row < before.codes.length; row++) {
    if (before.dictionary[before.codes[row]] !== after.dictionary[after.codes[row]]) count++
  }
  return count
}

function countGaps(before: Column, after: Column): number {
  const rows = isCoded(before) ? before.codes.length : before.values.length
  let count = 0
  for (let row = 0; row < rows; row++) if (isMissing(before, row) !== isMissing(after, row)) count++
  return count
}
