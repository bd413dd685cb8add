import { hashValue } from '@/base/hash'
import { allRows, cellValue, type Table } from '@/values/table'

const columnsAsked = 4
const rowsAsked = 64

/**
 * Names a raw table by its size and some cells of its first columns, so that rows of the same number can be found in
 * another result. Columns that are added at the end change nothing; other rows, or another order, do.
 */
export function originOf(table: Table): string {
  const found = known.get(table) ?? fingerprint(table)
  known.set(table, found)
  return found
}

const known = new WeakMap<Table, string>()

function fingerprint({ rowCount, columns }: Table): string {
  const rows = spacedOver(rowCount, rowsAsked)
  const asked = columns.slice(0, columnsAsked)
  return hashValue([rowCount, asked.map((column) => rows.map((row) => String(cellValue(column, row))))])
}

/** At most so many of 0 … count − 1, evenly spaced. */
export function spacedOver(count: number, most: number): number[] {
  const kept = Math.min(count, most)
  return kept === count
    ? [...allRows(count)]
    : Array.from({ length: kept }, (_, i) => Math.floor((i * count) / kept))
}
