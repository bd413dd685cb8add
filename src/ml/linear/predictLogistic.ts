import type { Matrix } from '@/contract/catalog'
import type { Scores } from '@/values/model'
import type { LogisticWeights } from './logisticRegression'
import { binaryScores, linearValues, softmaxInPlace } from './predictLinear'

/** Probability of every class for every row; a class that training never saw gets 0. */
export function predictLogistic(weights: LogisticWeights, x: Matrix, classes: number): Scores {
  const { present, intercepts } = weights
  const own = intercepts.length === 1 ? binaryScores(logitsOf(weights, x, 0)) : softmaxScores(weights, x)
  if (present.length === classes) return { rows: x.rows, width: classes, values: own }
  const values = new Float64Array(x.rows * classes)
  for (let row = 0; row < x.rows; row++)
    present.forEach((code, i) => (values[row * classes + code] = own[row * present.length + i]))
  return { rows: x.rows, width: classes, values }
}

function logitsOf({ coefficients, intercepts }: LogisticWeights, x: Matrix, output: number): Float64Array {
  return linearValues(
    x,
    coefficients.subarray(output * x.columns, (output + 1) * x.columns),
    intercepts[output],
  )
}

function softmaxScores(weights: LogisticWeights, x: Matrix): Float64Array {
  const width = weights.intercepts.length
  const values = new Float64Array(x.rows * width)
  for (let output = 0; output < width; output++)
    logitsOf(weights, x, output).forEach((logit, row) => (values[row * width + output] = logit))
  for (let row = 0; row < x.rows; row++) softmaxInPlace(values, row * width, width)
  return values
}
