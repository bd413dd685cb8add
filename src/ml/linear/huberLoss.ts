import type { Matrix } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'

/** Standardised columns and target. */
export interface HuberProblem {
  z: Matrix
  y: Float64Array
  /** Residuals above so many scales count by their size alone. */
  epsilon: number
  /** One figure per column, at least 0. */
  penalty: Float64Array
}

/** A place of the search: one coefficient per column, the intercept, the scale σ. */
export type HuberPoint = Float64Array

/** Rows between two breaths. */
const piece = 20_000

/** y − Zv − c for every row. */
export function residualsAt({ z, y }: HuberProblem, point: HuberPoint): Float64Array {
  const out = new Float64Array(z.rows)
  for (let row = 0, i = 0; row < z.rows; row++) {
    let value = y[row] - point[z.columns]
    for (let column = 0; column < z.columns; column++) value -= z.values[i++] * point[column]
    out[row] = value
  }
  return out
}

/**
 * Σ (σ + H(r/σ)·σ) + Σ penalty·v², convex in all its unknowns together: Huber (1981), the concomitant scale that
 * scikit-learn uses. H is r² up to epsilon and 2·epsilon·|r| − epsilon² above.
 */
export function huberValue(
  { y, epsilon, penalty }: HuberProblem,
  point: HuberPoint,
  residuals: Float64Array,
): number {
  const sigma = point[point.length - 1]
  let value = y.length * sigma
  for (let row = 0; row < residuals.length; row++) {
    const size = Math.abs(residuals[row])
    value += size <= epsilon * sigma ? (size * size) / sigma : 2 * epsilon * size - epsilon * epsilon * sigma
  }
  for (let i = 0; i < penalty.length; i++) value += penalty[i] * point[i] * point[i]
  return value
}

/** Gradient and Hessian (lower triangle) of `huberValue`; at the border of the two pieces the Hessian of the inner one. */
export async function huberSlopes(
  problem: HuberProblem,
  point: HuberPoint,
  residuals: Float64Array,
  pulse: Pulse,
): Promise<{ gradient: Float64Array; hessian: Float64Array }> {
  const { z, epsilon, penalty } = problem
  const size = point.length
  const sums = { gradient: new Float64Array(size), hessian: new Float64Array(size * size) }
  const sigma = point[size - 1]
  const row1 = new Float64Array(size - 1).fill(1)
  sums.gradient[size - 1] = z.rows
  for (let row = 0; row < z.rows; row++) {
    if (row % piece === 0) await pulse.breathe()
    for (let i = 0; i < z.columns; i++) row1[i] = z.values[row * z.columns + i]
    addRow(sums, row1, { residual: residuals[row], sigma, epsilon })
  }
  for (let i = 0; i < penalty.length; i++) {
    sums.gradient[i] += 2 * penalty[i] * point[i]
    sums.hessian[i * size + i] += 2 * penalty[i]
  }
  return sums
}

interface Sums {
  gradient: Float64Array
  hessian: Float64Array
}

interface RowPlace {
  residual: number
  sigma: number
  epsilon: number
}

function addRow({ gradient, hessian }: Sums, z: Float64Array, { residual, sigma, epsilon }: RowPlace): void {
  const last = z.length
  const size = last + 1
  if (Math.abs(residual) > epsilon * sigma) {
    const pull = 2 * epsilon * Math.sign(residual)
    for (let i = 0; i < last; i++) gradient[i] -= pull * z[i]
    gradient[last] -= epsilon * epsilon
    return
  }
  const share = residual / sigma
  for (let i = 0; i < last; i++) {
    gradient[i] -= 2 * share * z[i]
    const scaled = (2 / sigma) * z[i]
    for (let j = 0; j <= i; j++) hessian[i * size + j] += scaled * z[j]
    hessian[last * size + i] += (2 * share * z[i]) / sigma
  }
  gradient[last] -= share * share
  hessian[last * size + last] += (2 * share * share) / sigma
}
