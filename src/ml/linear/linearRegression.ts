import type { TrainingData } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import type { Weights } from '@/values/model'
import { solveLeastSquares } from './leastSquares'
import { asColumn, standardise, standardOf } from './standardise'

/** A fitted line (plane): value = intercept + Σ coefficient · feature, in the units of the data. */
export interface LinearWeights extends Weights {
  coefficients: Float64Array
  intercept: number
  /** Standard deviation of each feature in the training rows: coefficient × deviation compares features. */
  deviations: Float64Array
}

export interface LinearFit {
  weights: LinearWeights
  /** Some features follow from others, so that other coefficients fit just as well. */
  singular: boolean
  constantTarget: boolean
}

/**
 * Least squares with an optional L2 penalty (ridge) that means what it means in scikit-learn:
 * ‖y − Xw − b‖² + penalty · ‖w‖², on the columns as they are; the intercept is not penalised.
 */
export async function fitLinearRegression(
  data: Pick<TrainingData, 'x' | 'y'>,
  penalty: number,
  pulse: Pulse,
): Promise<LinearFit> {
  const columns = await standardOf(data.x, pulse)
  const target = await standardOf(asColumn(data.y), pulse)
  const { coefficients: w, singular } = await solveLeastSquares(
    {
      z: await standardise(data.x, columns, pulse),
      y: (await standardise(asColumn(data.y), target, pulse)).values,
      // The coefficient of a standardised column is the raw one times its deviation.
      penalty: columns.scales.map((scale) => Math.min(penalty / scale / scale, 1e200)),
    },
    pulse,
  )
  const coefficients = w.map((value, i) =>
    columns.constant[i] ? 0 : (value / columns.scales[i]) * target.scales[0],
  )
  const shift = coefficients.reduce((sum, value, i) => sum + value * columns.means[i], 0)
  const deviations = columns.scales.map((scale, i) => (columns.constant[i] ? 0 : scale))
  const weights = { coefficients, intercept: target.means[0] - shift, deviations }
  return { weights, singular, constantTarget: target.constant[0] === 1 }
}
