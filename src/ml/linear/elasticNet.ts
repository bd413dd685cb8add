import type { Matrix, TrainingData } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { descend, type SparseFit } from './coordinateDescent'
import type { LinearFit } from './linearRegression'
import { asColumn, standardOf, type Standard } from './standardise'

export interface ElasticNetParams {
  /** Strength of the whole penalty. */
  alpha: number
  /** Share of the L1 part: 1 is the lasso. */
  l1Ratio: number
  maxIterations: number
  tolerance: number
}

export type ElasticNetFit = LinearFit & Pick<SparseFit, 'gap' | 'iterations' | 'converged'>

/**
 * Elastic net as in scikit-learn: ‖y − Xw − b‖² / 2n + alpha · l1Ratio · Σ|w| + alpha · (1 − l1Ratio) / 2 · Σw², on the
 * columns as they are; the intercept is not penalised.
 */
export async function fitElasticNet(
  data: Pick<TrainingData, 'x' | 'y'>,
  params: ElasticNetParams,
  pulse: Pulse,
): Promise<ElasticNetFit> {
  const { alpha, l1Ratio, maxIterations, tolerance } = params
  const columns = await standardOf(data.x, pulse)
  const target = await standardOf(asColumn(data.y), pulse)
  const found = await descend(
    {
      x: await centred(data.x, columns, pulse),
      y: (await centred(asColumn(data.y), target, pulse)).values,
      l1: alpha * l1Ratio * data.x.rows,
      l2: alpha * (1 - l1Ratio) * data.x.rows,
      maxIterations,
      tolerance,
    },
    pulse,
  )
  const { coefficients, gap, iterations, converged } = found
  const shift = coefficients.reduce((sum, value, i) => sum + value * columns.means[i], 0)
  const deviations = columns.scales.map((scale, i) => (columns.constant[i] ? 0 : scale))
  return {
    weights: { coefficients, intercept: target.means[0] - shift, deviations },
    singular: false,
    constantTarget: target.constant[0] === 1,
    gap: gap / data.x.rows,
    iterations,
    converged,
  }
}

async function centred(x: Matrix, { means, constant }: Standard, pulse: Pulse): Promise<Matrix> {
  const values = new Float64Array(x.values.length)
  for (let i = 0, column = 0; i < values.length; i++) {
    if (i % 1_000_000 === 0) await pulse.breathe()
    values[i] = constant[column] ? 0 : x.values[i] - means[column]
    if (++column === x.columns) column = 0
  }
  return { ...x, values }
}
