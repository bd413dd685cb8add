import { classData, type Judging } from '../evaluate/evaluateScores'
import type { ScoredRows } from '../evaluate/scoredRows'
import { decide } from '../metrics/classData'

/** How far a model is off in each judged row; all arrays in the order of `ScoredRows.rows`. */
export interface RowErrors {
  /** Class index, or value for regression. */
  predicted: Float64Array
  /** Score of the predicted class; null for regression. */
  score: Float64Array | null
  /** Classes: 1 − score of the true class, which orders rows as the log loss does. Regression: |truth − predicted|. */
  error: Float64Array
  /** Every row of a regression counts as wrong by its error. */
  wrong: Uint8Array
}

export function rowErrors(scored: ScoredRows, judging: Judging): RowErrors {
  return judging.task === 'regression' ? valueErrors(scored) : classErrors(scored, judging)
}

function valueErrors({ truth, scores }: ScoredRows): RowErrors {
  const error = truth.map((value, at) => Math.abs(value - scores[at]))
  return { predicted: scores, score: null, error, wrong: Uint8Array.from(error, (one) => (one > 0 ? 1 : 0)) }
}

/** A class that the model does not know has the score 0. */
function classErrors(scored: ScoredRows, judging: Judging): RowErrors {
  const data = classData(scored, judging)
  const { truth, scores, width } = data
  const decided = decide(data)
  const scoreOf = (at: number, index: number) => (index < width ? scores[at * width + index] : 0)
  return {
    predicted: Float64Array.from(decided),
    score: Float64Array.from(decided, (index, at) => scoreOf(at, index)),
    error: Float64Array.from(truth, (index, at) => 1 - scoreOf(at, index)),
    wrong: Uint8Array.from(decided, (index, at) => (index === truth[at] ? 0 : 1)),
  }
}
