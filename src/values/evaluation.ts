import type { Task } from './objective'

/** A figure with its 95 % confidence interval; low and high are null where none can be given. */
export interface MetricValue {
  metric: string
  value: number
  low: number | null
  high: number | null
}

export interface ConfusionMatrix {
  classes: string[]
  /** `counts[truth][predicted]`. */
  counts: number[][]
}

export interface ClassFigures {
  name: string
  precision: number
  recall: number
  f1: number
  support: number
}

/** Points of a curve, thinned to at most 200. */
export interface Curve {
  x: number[]
  y: number[]
  /** Decision threshold at each point; empty where the curve has none. */
  thresholds: number[]
}

export interface ModelEvaluation {
  /** Id of the build node that the model or learner came from. */
  node: string
  metrics: MetricValue[]
  confusion: ConfusionMatrix | null
  perClass: ClassFigures[]
  roc: Curve | null
  precisionRecall: Curve | null
  /** Regression: at most 1,000 points of truth, prediction. */
  points: { truth: number; predicted: number }[]
  /** Cross-validation: primary metrics per fold, `metric → value of each fold`. */
  folds: { metric: string; values: number[] }[]
}

/** What the objective asks for: a metric at least, or at most, at a threshold. */
export interface Goal {
  metric: string
  threshold: number
  direction: 'higher' | 'lower'
}

/** Whether the objective is reached. */
export interface Verdict extends Goal {
  met: boolean
  value: number
  /** Build node of the model that was judged: the best one on the primary metric. */
  node: string
}

export interface Evaluation {
  kind: 'evaluation'
  task: Task
  method: 'holdout' | 'cross-validation'
  rows: number
  positiveClass: string | null
  /** Decision threshold on the positive class that the figures stand on; null outside binary tasks. */
  threshold: number | null
  primary: string
  models: ModelEvaluation[]
  /** Null when no objective is wired, or it sets no threshold. */
  goal: Goal | null
  verdict: Verdict | null
}

/** Row ids, truth and scores of one model; what the error analyses start from. */
export interface Predictions {
  kind: 'predictions'
  model: string
  fingerprint: string
  classes: string[]
  rows: Int32Array
  truth: Float64Array
  /** `rows × classes` for classes, one value a row for regression. */
  scores: Float64Array
}
