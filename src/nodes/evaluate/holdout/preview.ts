import type { ModelResult } from '@/ml/evaluate/preview'
import type { Verdict } from '@/values/evaluation'
import type { Task } from '@/values/objective'

/** What the page gets of a hold-out evaluation; bounded JSON. */
export interface HoldoutPreview {
  kind: 'holdout'
  task: Task
  target: string
  /** Rows that the best model was judged on. */
  rows: number
  /** The test rows of the models' own dataset, or the dataset wired to `data`. */
  source: 'test-rows' | 'test-data'
  /** Id of the metric that decides, see `values/metrics.ts`. */
  primary: string
  /** Class names in the order of the scores; empty for regression. More than 30 are merged in `confusion`. */
  classes: string[]
  /** Binary only. */
  positiveClass: string | null
  /** Decision threshold that class decisions, confusion matrices and metrics stand on; binary only. */
  threshold: number | null
  /** Binary only: cost of one error of each kind, from the objective (1 and 1 without one). */
  costs: { falsePositive: number; falseNegative: number } | null
  /** What is achieved without a model, on the primary metric, from the objective. */
  baseline: number | null
  verdict: Verdict | null
  /** Build node of the best model on the primary metric. */
  best: string
  /**
   * In the order of the wires; `node` is the build node's id. `roc` and `precisionRecall` are given for binary tasks:
   * x = false positive rate, y = recall; and x = recall, y = precision. The first ROC threshold is above every score
   * (nothing predicted positive), so it may exceed 1.
   */
  models: ModelResult[]
  /** Whole sentences: which averaging the figures use, and how the intervals were made. */
  averaging: string
  intervals: string
}
