import type { RowWeights } from './classData'

/** All metrics of one model on one set of rows, as functions of how often each row counts. */
export interface MetricSet {
  rows: number
  ids: string[]
  /** One value per id; NaN where the metric has none. */
  compute(weights: RowWeights): number[]
  /** The same metrics on some of the rows. */
  subset(rows: Int32Array): MetricSet
  /** Metrics that are plain shares of independent rows: successes out of trials. */
  proportions: Map<string, { successes: number; trials: number }>
  /** Why a metric has no value, as a whole sentence. */
  reason(id: string): string
  /** Work of one `compute`, in rows touched; bounds the number of resamples. */
  work: number
}
