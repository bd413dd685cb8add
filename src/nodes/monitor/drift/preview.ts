import type { ColumnDrift } from '@/values/deployment'

/** One column before (training rows) and now (the batch). */
export interface DriftColumn extends ColumnDrift {
  /** P-value after Holm's correction over all tests of the batch; null where no test could be made. */
  adjustedPValue: number | null
  /** Why it counts as drifted or not, a whole sentence. */
  reason: string
  /** Categories that training never saw, most frequent first, at most 10. */
  newCategories: { name: string; count: number }[]
  /**
   * Shares (0 to 1 of the values that are present) before and now, side by side. Numbers and dates: equal-width bins,
   * `edges` has one entry more than the shares. Categories: `labels`, most frequent first, at most 20, then “other”.
   */
  picture:
    | { kind: 'bins'; edges: number[]; before: number[]; now: number[] }
    | { kind: 'categories'; labels: string[]; before: number[]; now: number[] }
}

/** The primary metric on a batch that carries the labels. */
export interface DriftPerformance {
  metric: string
  /** On the test rows of the model's dataset, when it travels with the model; else null. */
  before: { value: number; low: number | null; high: number | null; rows: number } | null
  now: { value: number; low: number | null; high: number | null; rows: number }
  /** Whether now is worse than before beyond chance: the intervals do not overlap. */
  fell: boolean
}

/** What the page gets of a drift check; bounded JSON. */
export interface DriftPreview {
  kind: 'drift'
  /** What was watched. */
  source: { kind: 'deployment'; name: string; version: number } | { kind: 'model'; node: string }
  /** Where the new rows came from. */
  from: 'batch' | 'requests'
  rows: number
  trainingRows: number
  /** Set when there is nothing to compare: “Nothing has been asked of the endpoint yet”. */
  message: string | null
  psiThreshold: number
  significance: number
  /** Drifted share from which the whole batch raises an alert. */
  alertShare: number
  drifted: number
  /** Columns that were compared. */
  compared: number
  driftedShare: number
  maxPsi: number
  alert: boolean
  /** Drifted ones first, then by PSI; at most 200. */
  columns: DriftColumn[]
  columnsNotShown: number
  /** Columns that the model expects and the batch lacks: findings that count as drifted. */
  vanishedColumns: string[]
  /** Columns of the batch that training did not have (the target aside). */
  newColumns: string[]
  performance: DriftPerformance | null
  /** A whole sentence on how the verdicts were made. */
  method: string
}
