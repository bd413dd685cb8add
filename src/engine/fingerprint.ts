import { hashBytes, hashValue } from '@/base/hash'
import { isCoded, type Column, type Table } from '@/values/table'

/** Content hash of a table: the same names, types and values in the same order give the same fingerprint. */
export const tableFingerprint = (table: Table): string =>
  hashValue([table.rowCount, table.columns.map(columnFingerprint)])

function columnFingerprint(column: Column): unknown[] {
  const array = isCoded(column) ? column.codes : column.values
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  return [column.name, column.type, hashBytes(bytes), isCoded(column) ? column.dictionary : []]
}
