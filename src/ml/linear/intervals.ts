import studentQuantile from '@stdlib/stats-base-dists-t-quantile'
import type { TrainingData } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { decompose, type Cholesky } from './cholesky'
import { gramOf } from './gram'
import type { LinearWeights } from './linearRegression'
import { linearValues } from './predictLinear'
import { standardise, standardOf, type Standard } from './standardise'

/** 95 % intervals of coefficients, in the units of the data; NaN where a coefficient has none. */
export type Intervals = {
  low: Float64Array
  high: Float64Array
  interceptLow: Float64Array
  interceptHigh: Float64Array
  /** How they were made, in a sentence. */
  method: string
}

/** Why there are none, in a sentence. */
export type NoIntervals = { reason: string }

/** More work than this would take longer than the fit itself. */
const mostProducts = 1e9
const mostColumns = 600
const followsFromOthers = 1e-11

export const studentSentence =
  'Intervals are 95 %, from Student’s t: they hold if the errors are independent, of the same size everywhere and about normal.'

/**
 * Exact 95 % intervals of least squares: coefficient ± t(n − p − 1) · √(s² · (XᵀX)⁻¹), from float64 products of the
 * standardised columns.
 */
export async function leastSquaresIntervals(
  data: Pick<TrainingData, 'x' | 'y'>,
  weights: LinearWeights,
  pulse: Pulse,
): Promise<Intervals | NoIntervals> {
  const { rows, columns } = data.x
  const standard = await standardOf(data.x, pulse)
  const free = rows - 1 - standard.constant.reduce((sum, flat) => sum + 1 - flat, 0)
  if (free < 1) return { reason: 'There are no intervals: there are as many weights as rows, or more.' }
  if (columns > mostColumns || rows * columns * columns > mostProducts)
    return { reason: 'Intervals are not computed for data of this size.' }
  const gram = await gramOf(await standardise(data.x, standard, pulse), null, pulse)
  // A constant column has no weight; any number above 0 keeps the factor alive.
  for (let i = 0; i < columns; i++) if (standard.constant[i]) gram[i * columns + i] = 1
  const factor = await decompose(gram, columns, followsFromOthers, pulse)
  if (factor.smallestPivot < followsFromOthers)
    return { reason: 'There are no intervals: some features follow exactly from others.' }
  const reach = studentQuantile(0.975, free) * Math.sqrt(squaredErrors(data, weights) / free)
  return around(weights, reach, await spreadsOf(factor, standard, rows, pulse))
}

function squaredErrors({ x, y }: Pick<TrainingData, 'x' | 'y'>, weights: LinearWeights): number {
  const fitted = linearValues(x, weights.coefficients, weights.intercept)
  return fitted.reduce((sum, value, row) => sum + (value - y[row]) * (value - y[row]), 0)
}

interface Spreads {
  /** √ of the diagonal of (XᵀX)⁻¹, raw units; NaN for constant columns. */
  columns: Float64Array
  intercept: number
}

/** With L⁻¹ the inverse is Σ of squares: (LLᵀ)⁻¹ = L⁻ᵀL⁻¹. */
async function spreadsOf(
  { size, lower }: Cholesky,
  { means, scales, constant }: Standard,
  rows: number,
  pulse: Pulse,
): Promise<Spreads> {
  const squares = new Float64Array(size)
  let shift = 0
  const column = new Float64Array(size)
  const centre = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    await pulse.breathe()
    invertColumn(lower, size, j, column)
    for (let i = j; i < size; i++) {
      squares[j] += column[i] * column[i]
      if (!constant[j]) centre[i] += (means[j] / scales[j]) * column[i]
    }
  }
  for (const value of centre) shift += value * value
  return {
    columns: squares.map((value, i) => (constant[i] ? NaN : Math.sqrt(value) / scales[i])),
    intercept: Math.sqrt(1 / rows + shift),
  }
}

/** Column `j` of L⁻¹, which is 0 above its diagonal. */
function invertColumn(lower: Float64Array, size: number, j: number, column: Float64Array): void {
  for (let i = j; i < size; i++) {
    let sum = i === j ? 1 : 0
    for (let k = j; k < i; k++) sum -= lower[i * size + k] * column[k]
    column[i] = sum / lower[i * size + i]
  }
}

function around({ coefficients, intercept }: LinearWeights, reach: number, spreads: Spreads): Intervals {
  const own = spreads.intercept * reach
  return {
    low: coefficients.map((value, i) => value - reach * spreads.columns[i]),
    high: coefficients.map((value, i) => value + reach * spreads.columns[i]),
    interceptLow: Float64Array.of(intercept - own),
    interceptHigh: Float64Array.of(intercept + own),
    method: studentSentence,
  }
}
