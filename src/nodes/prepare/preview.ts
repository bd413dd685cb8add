import type { ColumnType } from '@/values/table'

/** A column before or after a step, small enough to draw beside others. */
export interface ColumnPicture {
  type: ColumnType
  missing: number
  /** Numbers and dates; null when there is no finite value. */
  minimum: number | null
  maximum: number | null
  mean: number | null
  /** Numbers and dates: counts in 20 bins of equal width from minimum to maximum; empty otherwise. */
  histogram: number[]
  /** Words: most frequent first, at most 8. */
  categories: { name: string; count: number }[]
}

export interface ColumnChange {
  name: string
  before: ColumnPicture
  after: ColumnPicture
  /** Rows whose value is another one now. */
  valuesChanged: number
}

/** What a preparation step did. At most 40 changed columns are pictured, and 200 names listed of those added or removed. */
export interface PreparePreview {
  kind: 'prepare'
  rows: number
  columns: { before: number; after: number }
  /** Rows that the step learned from: those that are not marked as test. */
  fittedRows: number
  changed: ColumnChange[]
  /** How many columns changed in all, pictured or not. */
  changedCount: number
  valuesChanged: number
  added: { name: string; picture: ColumnPicture | null }[]
  addedCount: number
  removed: string[]
  removedCount: number
  /** Whole sentences: what was learned, what was left as it is. */
  notes: string[]
}
