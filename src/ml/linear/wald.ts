import type { Pulse } from '@/contract/pulse'
import { decompose, type Cholesky } from './cholesky'
import type { Intervals, NoIntervals } from './intervals'
import { logitHessian, type LogitProblem } from './logit'
import type { LogisticWeights } from './logisticRegression'
import type { Standard } from './standardise'

/** 97.5th percentile of the standard normal distribution. */
const reach = 1.959963984540054
const mostCoefficients = 300
const mostProducts = 1e9
const followsFromOthers = 1e-10

export const waldSentence =
  'Intervals are 95 %, by Wald’s method: from the curvature of the likelihood. They hold for many rows and when no class is nearly certain.'

const severalSentence = ' With several classes a weight is told against the mean of all classes.'

/**
 * Wald intervals of an unpenalised logistic regression: coefficient ± 1.96 · √ of the diagonal of the inverse information.
 * With several classes the first one is held for that, and every weight is then told against the mean of the classes.
 */
export async function waldIntervals(
  problem: LogitProblem,
  found: { point: Float64Array; weights: LogisticWeights; standard: Standard },
  pulse: Pulse,
): Promise<Intervals | NoIntervals> {
  const { z, width } = problem
  const { point, weights, standard } = found
  if (point.length > mostCoefficients || z.rows * point.length * point.length > mostProducts)
    return { reason: 'Intervals are not computed for data of this size.' }
  const hessian = await logitHessian(problem, point, pulse)
  const information = reduced(hessian, { width, columns: z.columns, rows: z.rows }, standard)
  const factor = await decompose(information.values, information.size, followsFromOthers, pulse)
  if (factor.smallestPivot < followsFromOthers)
    return { reason: 'There are no intervals: some features follow exactly from others.' }
  return around(weights, spreadsOf(factor, standard, width), width)
}

interface Shape {
  width: number
  columns: number
  rows: number
}

/** Without the first of several classes; constant columns, which have no weight, get any curvature. */
function reduced(hessian: Float64Array, { width, columns, rows }: Shape, { constant }: Standard) {
  const kept = Math.max(1, width - 1)
  const size = (columns + 1) * kept
  const values = new Float64Array(size * size)
  const placeOf = (at: number) => Math.floor(at / kept) * width + (at % kept) + (width - kept)
  const all = (columns + 1) * width
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) values[i * size + j] = rows * hessian[placeOf(i) * all + placeOf(j)]
  for (let i = 0; i < size; i++) if (constant[Math.floor(i / kept)]) values[i * size + i] = 1
  return { values, size }
}

interface Spreads {
  coefficients: Float64Array
  intercepts: Float64Array
}

/** Standard errors in the units of the data: those of linear combinations of the reduced, standardised coefficients. */
function spreadsOf(factor: Cholesky, { means, scales, constant }: Standard, width: number): Spreads {
  const columns = scales.length
  const kept = Math.max(1, width - 1)
  // Each class against the mean of all: of the kept ones, its own whole and 1/K of every one taken off.
  const share = (output: number, other: number): number =>
    width === 1 ? 1 : (output === other + 1 ? 1 : 0) - 1 / width
  const spread = (output: number, ofColumn: (column: number) => number) => {
    const combination = new Float64Array(factor.size)
    for (let column = 0; column <= columns; column++)
      for (let k = 0; k < kept; k++) combination[column * kept + k] = ofColumn(column) * share(output, k)
    return lengthOf(factor, combination)
  }
  const coefficients = new Float64Array(width * columns)
  const intercepts = new Float64Array(width)
  for (let output = 0; output < width; output++) {
    for (let i = 0; i < columns; i++)
      coefficients[output * columns + i] = constant[i]
        ? NaN
        : spread(output, (column) => (column === i ? 1 / scales[i] : 0))
    intercepts[output] = spread(output, (column) => {
      if (column === columns) return 1
      return constant[column] ? 0 : -means[column] / scales[column]
    })
  }
  return { coefficients, intercepts }
}

/** √(v·(LLᵀ)⁻¹·v) */
function lengthOf({ size, lower }: Cholesky, v: Float64Array): number {
  let sum = 0
  for (let row = 0; row < size; row++) {
    for (let i = 0; i < row; i++) v[row] -= lower[row * size + i] * v[i]
    v[row] /= lower[row * size + row]
    sum += v[row] * v[row]
  }
  return Math.sqrt(sum)
}

function around({ coefficients, intercepts }: LogisticWeights, spreads: Spreads, width: number): Intervals {
  return {
    low: coefficients.map((value, i) => value - reach * spreads.coefficients[i]),
    high: coefficients.map((value, i) => value + reach * spreads.coefficients[i]),
    interceptLow: intercepts.map((value, i) => value - reach * spreads.intercepts[i]),
    interceptHigh: intercepts.map((value, i) => value + reach * spreads.intercepts[i]),
    method: waldSentence + (width > 1 ? severalSentence : ''),
  }
}
