import type { TrainingData } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import type { Weights } from '@/values/model'
import { disposeBlocks, makeRowBlocks } from '../tensor/rowBlocks'
import { presentClasses } from './classes'
import { minimise, type Minimum } from './lbfgs'
import { logisticLoss, type LogisticProblem } from './logisticLoss'
import { standardise, standardOf, type Standard } from './standardise'

export interface LogisticParams {
  /** Inverse strength of the L2 penalty, as in scikit-learn: ½‖w‖² + C · Σ loss. */
  c: number
  maxIterations: number
  tolerance: number
}

export interface LogisticWeights extends Weights {
  /** Classes that the training rows have; one row of coefficients each, or one in all when there are two. */
  present: Int32Array
  /** `outputs × features`, row by row, in the units of the data. */
  coefficients: Float64Array
  intercepts: Float64Array
  deviations: Float64Array
  /** Mean loss with penalty after each iteration. */
  loss: Float64Array
  iterations: number
  converged: boolean
}

/**
 * Logistic regression by L-BFGS: one logit for two classes, a softmax for more, as scikit-learn does by default.
 * Columns are standardised for the search only; the penalty is on the raw coefficients, and never on the intercept.
 *
 * @throws StepFailure `one-class`
 */
export async function fitLogisticRegression(
  data: TrainingData,
  params: LogisticParams,
  pulse: Pulse,
): Promise<LogisticWeights> {
  const present = presentClasses(data)
  const standard = await standardOf(data.x, pulse)
  const blocks = await makeRowBlocks(await standardise(data.x, standard, pulse), pulse, { ones: true })
  try {
    const problem: LogisticProblem = {
      blocks,
      rows: data.x.rows,
      columns: data.x.columns + 1,
      labels: labelsOf(data.y, present),
      width: present.length === 2 ? 1 : present.length,
      penalty: penaltyOf(standard, params.c * data.x.rows),
    }
    const found = await minimise(searchOf(problem, params, pulse))
    return toWeights(found, problem.width, present, standard)
  } finally {
    disposeBlocks(blocks)
  }
}

function searchOf(problem: LogisticProblem, { tolerance, maxIterations }: LogisticParams, pulse: Pulse) {
  const { width, columns, penalty } = problem
  const steepestBend = width === 1 ? 0.25 : 0.5
  return {
    start: new Float64Array(columns * width),
    evaluate: (w: Float64Array) => logisticLoss(problem, w, pulse),
    curvature: Float64Array.from(
      { length: columns * width },
      (_, i) => steepestBend + penalty[Math.floor(i / width)],
    ),
    tolerance,
    maxIterations,
    onIteration: (iteration: number, value: number) =>
      pulse.progress({
        share: iteration / maxIterations,
        message: `Iteration ${iteration}, loss ${value.toFixed(4)}`,
      }),
  }
}

/** In the standardised space a raw coefficient's penalty is divided by the squared deviation of its column. */
export function penaltyOf(standard: Standard, strength: number): Float64Array {
  const penalty = new Float64Array(standard.scales.length + 1)
  standard.scales.forEach((scale, i) => (penalty[i] = Math.min(1 / strength / scale / scale, 1e12)))
  return penalty
}

export function labelsOf(y: Float64Array, present: Int32Array): Int32Array {
  const labels = new Int32Array(y.length)
  for (let row = 0; row < labels.length; row++) labels[row] = present.indexOf(y[row])
  return labels
}

/** The coefficients in the units of the data. */
export function toWeights(
  found: Minimum,
  width: number,
  present: Int32Array,
  standard: Standard,
): LogisticWeights {
  const features = standard.scales.length
  const coefficients = new Float64Array(width * features)
  const intercepts = found.point.slice(features * width)
  for (let output = 0; output < width; output++) {
    for (let i = 0; i < features; i++) {
      const raw = standard.constant[i] ? 0 : found.point[i * width + output] / standard.scales[i]
      coefficients[output * features + i] = raw
      intercepts[output] -= raw * standard.means[i]
    }
  }
  return {
    present,
    coefficients,
    intercepts,
    deviations: standard.scales.map((scale, i) => (standard.constant[i] ? 0 : scale)),
    loss: Float64Array.from(found.values),
    iterations: found.values.length - 1,
    converged: found.converged,
  }
}
