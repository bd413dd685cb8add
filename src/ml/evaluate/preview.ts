import type { ModelEvaluation } from '@/values/evaluation'
import type { DrawnRows } from '@/values/rowSelection'
import type { BinnedCounts } from '../metrics/histogram'
import type { RegressionPoints } from '../metrics/residuals'
import type { CountsByThreshold } from '../metrics/thresholdCounts'
import type { Unscored } from './unscored'

/** What hold-out and cross-validation show alike. Bounded JSON; no NaN: what cannot be computed is in `absent`. */
export interface ModelResult extends ModelEvaluation {
  /** Type of the build node, e.g. `build/decision-tree`; the page knows the title by `node`. */
  learner: string
  /** Metrics that have no value here, each with the reason as a whole sentence. */
  absent: { metric: string; reason: string }[]
  /** Binary only: the confusion matrix at each threshold, thresholds from low to high, at most 200. */
  counts: ThresholdCounts | null
  /** Regression only: residual = truth − predicted, at most 1,000 points, the same rows as `points`. */
  residuals: Residuals | null
  /** Rows that the figures stand on. */
  rows: number
  /**
   * At most 1,000 of these rows, evenly spaced, so that they can be found in other charts: for classes with the names
   * that truth and prediction number, for regression those of `points`. Absent where rows are judged in folds.
   */
  drawn?: DrawnRows & { classes: string[]; truth: number[]; predicted: number[] }
  /** Rows that this model could not score; absent when it scored all. */
  unscored?: Unscored
}

export type ThresholdCounts = CountsByThreshold
export type Residuals = RegressionPoints['residuals']
export type Histogram = BinnedCounts
