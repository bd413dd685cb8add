import type { TrainingData } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { decompose, solveCholesky } from './cholesky'
import { huberSlopes, huberValue, residualsAt, type HuberPoint, type HuberProblem } from './huberLoss'
import type { LinearFit } from './linearRegression'
import { asColumn, standardise, standardOf, type Standard } from './standardise'

export interface HuberParams {
  /** From how many scales on a residual counts as one of an outlier; at least 1. */
  epsilon: number
  /** Strength of the L2 penalty. */
  alpha: number
}

export interface HuberFit extends LinearFit {
  /** The scale σ of the errors, in the unit of the target. */
  scale: number
  /** Rows whose error is above `epsilon` scales. */
  outliers: number
  iterations: number
  converged: boolean
}

const mostSteps = 200
/** A scale below this share of the target's deviation: the line runs through the rows. */
const smallest = 1e-10
/** Added to the Hessian, as a share of its usual size: no direction is left without any curvature. */
const damping = 1e-10

/**
 * Robust regression as scikit-learn's `HuberRegressor`: Σ (σ + H((y − Xw − b)/σ)·σ) + alpha·‖w‖² over w, b and σ. By
 * Newton's method with halved steps, on standardised columns and target.
 */
export async function fitHuber(
  data: Pick<TrainingData, 'x' | 'y'>,
  { epsilon, alpha }: HuberParams,
  pulse: Pulse,
): Promise<HuberFit> {
  const columns = await standardOf(data.x, pulse)
  const target = await standardOf(asColumn(data.y), pulse)
  const unit = target.scales[0]
  const problem: HuberProblem = {
    z: await standardise(data.x, columns, pulse),
    y: (await standardise(asColumn(data.y), target, pulse)).values,
    epsilon,
    penalty: columns.scales.map((scale) => Math.min((alpha * unit) / scale / scale, 1e200)),
  }
  const found = await search(problem, pulse)
  const sigma = found.point[found.point.length - 1]
  const residuals = residualsAt(problem, found.point)
  return {
    ...toWeights(found.point, columns, target),
    singular: found.singular,
    scale: sigma * unit,
    outliers: residuals.filter((value) => Math.abs(value) > epsilon * sigma).length,
    iterations: found.iterations,
    converged: found.converged,
  }
}

async function search(problem: HuberProblem, pulse: Pulse) {
  const size = problem.z.columns + 2
  let point: HuberPoint = new Float64Array(size)
  point[size - 1] = 1
  let residuals = residualsAt(problem, point)
  let value = huberValue(problem, point, residuals)
  let singular = false
  for (let iterations = 1; iterations <= mostSteps; iterations++) {
    const { gradient, hessian } = await huberSlopes(problem, point, residuals, pulse)
    for (let i = 0; i < size; i++) hessian[i * size + i] += damping * problem.z.rows
    const factor = await decompose(hessian, size, 1e-12, pulse)
    singular = factor.smallestPivot < 100 * damping
    const step = solveCholesky(factor, gradient)
    const fall = step.reduce((sum, each, i) => sum + each * gradient[i], 0)
    if (!(fall > 1e-15 * Math.abs(value)) || point[size - 1] < smallest)
      return { point, singular, iterations, converged: true }
    const next = await walk(problem, { point, value, step, fall }, pulse)
    if (!next) return { point, singular, iterations, converged: fall < 1e-8 * Math.abs(value) }
    ;({ point, residuals, value } = next)
  }
  return { point, singular, iterations: mostSteps, converged: false }
}

interface Leg {
  point: HuberPoint
  value: number
  step: Float64Array
  fall: number
}

/** As much of the step as makes the value smaller, the scale kept above zero; null where nothing does. */
async function walk(problem: HuberProblem, { point, value, step, fall }: Leg, pulse: Pulse) {
  const last = point.length - 1
  // At most nine tenths of the scale go at once.
  let length = step[last] > 0 ? Math.min(1, (0.9 * point[last]) / step[last]) : 1
  for (let halving = 0; halving < 50; halving++, length /= 2) {
    await pulse.breathe()
    const next = point.map((each, i) => each - length * step[i])
    const residuals = residualsAt(problem, next)
    const at = huberValue(problem, next, residuals)
    if (at <= value - 1e-4 * length * fall) return { point: next, residuals, value: at }
  }
  return null
}

function toWeights(point: HuberPoint, columns: Standard, target: Standard) {
  const coefficients = columns.scales.map((scale, i) =>
    columns.constant[i] ? 0 : (point[i] / scale) * target.scales[0],
  )
  const shift = coefficients.reduce((sum, value, i) => sum + value * columns.means[i], 0)
  const intercept = target.means[0] + point[coefficients.length] * target.scales[0] - shift
  const deviations = columns.scales.map((scale, i) => (columns.constant[i] ? 0 : scale))
  return { weights: { coefficients, intercept, deviations }, constantTarget: target.constant[0] === 1 }
}
