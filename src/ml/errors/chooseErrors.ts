import { closestName } from '@/base/closest'
import { failStep } from '@/contract/errors'
import type { ScoredRows } from '../evaluate/scoredRows'
import type { RowErrors } from './rowErrors'

/** Which judged rows are wanted. */
export interface WantedErrors {
  rows: 'wrong' | 'all'
  /** Names of classes; empty for any. Has no effect on a regression. */
  truth: string
  predicted: string
  /** Least error. */
  least: number
  /** Regression: truth − predicted is at least `from` and below `to`; null for no bound. */
  from: number | null
  to: number | null
  /** How many at most; null for all. */
  most: number | null
}

/** Places in the judged rows, the worst first; rows with the same error in the order of the table. */
export function chooseErrors(scored: ScoredRows, errors: RowErrors, wanted: WantedErrors): Int32Array {
  const fits =
    errors.score === null ? fitsValues(scored, errors, wanted) : fitsClasses(scored, errors, wanted)
  const chosen = scored.rows
    .map((_, at) => at)
    .filter(
      (at) =>
        errors.error[at] >= wanted.least && (wanted.rows === 'all' || errors.wrong[at] === 1) && fits(at),
    )
    .sort((a, b) => errors.error[b] - errors.error[a] || a - b)
  return wanted.most === null ? chosen : chosen.slice(0, wanted.most)
}

type Fits = (at: number) => boolean

function fitsValues({ truth }: ScoredRows, { predicted }: RowErrors, { from, to }: WantedErrors): Fits {
  return (at) => {
    const residual = truth[at] - predicted[at]
    return residual >= (from ?? -Infinity) && (to === null || residual < to)
  }
}

function fitsClasses({ truth, classes }: ScoredRows, { predicted }: RowErrors, wanted: WantedErrors): Fits {
  const trueClass = placeOf(classes, wanted.truth, 'True class')
  const predictedClass = placeOf(classes, wanted.predicted, 'Predicted class')
  return (at) =>
    (trueClass < 0 || truth[at] === trueClass) && (predictedClass < 0 || predicted[at] === predictedClass)
}

/** −1 for any. @throws StepFailure parameter for a class that neither model nor data have. */
function placeOf(classes: string[], name: string, parameter: string): number {
  if (name === '') return -1
  const place = classes.indexOf(name)
  if (place >= 0) return place
  const closest = closestName(name, classes)
  return failStep({
    kind: 'parameter',
    parameter,
    problem: `there is no class “${name}”`,
    advice: closest === null ? 'Leave it empty for any class.' : `Did you mean “${closest}”?`,
  })
}
