import type { Pulse } from '@/contract/pulse'
import type { ColumnType, Table } from '@/values/table'
import { collectCells, type CellCollector } from './cells'
import { typeColumn } from './typing'

export interface RecordOptions {
  /** Texts that stand for a missing value beside null. */
  markers: readonly string[]
  types: readonly { column: string; type: ColumnType }[]
}

/** A table, and how often each marker was taken as missing, by column. */
export interface FromRecords {
  table: Table
  markers: { column: string; marker: string; count: number }[]
}

/** JSON records as a table, types guessed as in a CSV file. Columns in the order in which they first appear. */
export async function tableFromRecords(
  records: readonly Record<string, unknown>[],
  options: RecordOptions,
  pulse: Pulse,
): Promise<FromRecords> {
  const collectors = new Map<string, CellCollector>()
  for (const record of records)
    for (const name of Object.keys(record)) if (!collectors.has(name)) collectors.set(name, collectCells())
  for (const [name, collector] of collectors) {
    for (const record of records) {
      const value = record[name]
      collector.add(value === null || value === undefined ? null : String(value))
    }
    await pulse.breathe()
  }
  const wishes = new Map(options.types.map(({ column, type }) => [column, type]))
  const result: FromRecords = { table: { rowCount: records.length, columns: [] }, markers: [] }
  for (const [name, collector] of collectors) {
    const wish = {
      type: wishes.get(name) ?? ('auto' as const),
      decimal: 'point' as const,
      markers: new Set(options.markers),
    }
    const typed = await typeColumn(name, collector.finish(), wish, pulse)
    result.table.columns.push(typed.column)
    for (const [marker, count] of typed.markers) result.markers.push({ column: name, marker, count })
  }
  return result
}
