import type { Role } from './dataset'
import type { ColumnType } from './table'

/** A column as the page knows it: enough for pickers, a small chart and a tooltip. */
export interface ColumnPreview {
  name: string
  type: ColumnType
  role: Role
  missing: number
  distinct: number
  /** Numbers and dates: null when there is no finite value. */
  minimum: number | null
  maximum: number | null
  mean: number | null
  /** Counts in equal-width bins from minimum to maximum (numbers, dates). */
  histogram: number[]
  /** Most frequent categories first, at most 12. */
  categories: { name: string; count: number }[]
}

/** The bounded picture of a dataset: at most 50 rows and 200 columns of cells, all column names up to 2,000. */
export interface TablePreview {
  rows: number
  columns: ColumnPreview[]
  head: (string | number | null)[][]
  marks: { train: number; validation: number; test: number } | null
  target: string | null
  /** Names the raw table that the rows belong to, see `values/rowSelection`. Absent in results of older versions. */
  origin?: string
}
