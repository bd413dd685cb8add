import type { ModelResult } from '@/ml/evaluate/preview'
import type { Verdict } from '@/values/evaluation'
import type { Task } from '@/values/objective'

/** One metric over all folds. */
export interface FoldSpread {
  metric: string
  mean: number
  /** Sample standard deviation over the folds; null with fewer than two values. */
  deviation: number | null
  /** 95 % interval of the mean; null with fewer than two values. */
  low: number | null
  high: number | null
  /** One value per fold, in the order of `splits`; null where the fold has none (e.g. one class in truth). */
  values: (number | null)[]
}

/**
 * One learner: `metrics` are the means over the folds with their intervals; confusion, curves, points and counts are
 * pooled over all out-of-fold rows (of the first repeat).
 */
export interface CrossValidatedModel extends ModelResult {
  spread: FoldSpread[]
}

/** What the page gets of a cross-validation; bounded JSON. */
export interface CrossValidationPreview {
  kind: 'cross-validation'
  task: Task
  target: string
  /** Rows that took part; test rows of a split never do. */
  rows: number
  /** Rows marked as test, which stayed untouched. */
  keptForTest: number
  folds: number
  repeats: number
  /** How rows were dealt to folds. */
  dealing: 'stratified' | 'random' | 'by group' | 'by time'
  /** Size of each fold, `repeat` and `fold` counted from 1; as many as there are values in `spread`. */
  splits: { repeat: number; fold: number; trained: number; tested: number }[]
  primary: string
  classes: string[]
  positiveClass: string | null
  /** Binary only. */
  threshold: number | null
  costs: { falsePositive: number; falseNegative: number } | null
  baseline: number | null
  verdict: Verdict | null
  /** Build node of the best learner on the primary metric. */
  best: string
  models: CrossValidatedModel[]
  /** Whole sentences: averaging of class figures, and how the intervals were made. */
  averaging: string
  intervals: string
}
