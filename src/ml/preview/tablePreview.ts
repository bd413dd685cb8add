import { Mark, roleOf, type Dataset } from '@/values/dataset'
import type { TablePreview } from '@/values/preview'
import { cellValue, type Column, type Table } from '@/values/table'
import { previewColumn, shorten } from './columnPreview'
import { originOf } from './originOf'

const headRows = 50
const headColumns = 200
const namedColumns = 2000

/**
 * The bounded picture of a dataset's prepared table that the page gets: at most 50 rows of 200 columns, and figures
 * for at most 2,000 columns. Time grows with rows × columns; 100,000 × 10 takes some tens of milliseconds.
 */
export function previewTable(dataset: Dataset): TablePreview {
  const shown = dataset.table.columns.slice(0, namedColumns)
  const columns = shown.map((column) => previewColumn(column, roleOf(dataset, column.name)))
  return {
    rows: dataset.table.rowCount,
    columns,
    head: headOf(dataset.table),
    marks: dataset.marks && countMarks(dataset.marks),
    target: columns.find((column) => column.role === 'target')?.name ?? null,
    origin: originOf(dataset.raw),
  }
}

function headOf(table: Table): TablePreview['head'] {
  const columns = table.columns.slice(0, headColumns)
  const rows = Math.min(headRows, table.rowCount)
  return Array.from({ length: rows }, (_, row) => columns.map((column) => headCell(column, row)))
}

/** Infinite values become words, since JSON has no number for them. */
function headCell(column: Column, row: number): string | number | null {
  const value = cellValue(column, row)
  if (typeof value === 'string') return shorten(value)
  return value === null || Number.isFinite(value) ? value : String(value)
}

function countMarks(marks: Uint8Array): { train: number; validation: number; test: number } {
  const counts = [0, 0, 0, 0]
  for (const mark of marks) counts[mark]++
  return { train: counts[Mark.train], validation: counts[Mark.validation], test: counts[Mark.test] }
}
