import type { ModelEvaluation } from '@/values/evaluation'

/** What hold-out and cross-validation show alike. Bounded JSON; no NaN: what cannot be computed is in `absent`. */
export interface ModelResult extends ModelEvaluation {
  /** Type of the build node, e.g. `build/decision-tree`; the page knows the title by `node`. */
  learner: string
  /** Metrics that have no value here, each with the reason as a whole sentence. */
  absent: { metric: string; reason: string }[]
  /** Binary only: the confusion matrix at each threshold, thresholds from low to high, at most 200. */
  counts: ThresholdCounts | null
  /** Regression only. */
  residuals: Residuals | null
  /** Predictions of this model counted as wrong or right: rows that could be scored. */
  rows: number
}

/** A row counts as positive when its score is at least the threshold. All lists have the same length. */
export interface ThresholdCounts {
  thresholds: number[]
  truePositive: number[]
  falsePositive: number[]
  falseNegative: number[]
  trueNegative: number[]
}

/** Residual = truth − predicted. */
export interface Residuals {
  /** At most 1,000, the same rows as `ModelEvaluation.points`. */
  points: { predicted: number; residual: number }[]
  histogram: Histogram
}

/** Counts in equal-width bins: `edges` has one entry more than `counts`. */
export interface Histogram {
  edges: number[]
  counts: number[]
}
