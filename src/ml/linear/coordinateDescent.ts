import type { Matrix } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { gramOf } from './gram'

/** ‖y − Xw‖² / 2 + l1 · Σ|w| + l2 / 2 · Σw², on centred columns and a centred target. */
export interface SparseProblem {
  x: Matrix
  y: Float64Array
  l1: number
  l2: number
  maxIterations: number
  /** Done when the duality gap is below this share of ‖y‖². */
  tolerance: number
}

export interface SparseFit {
  coefficients: Float64Array
  /** What the found value of the problem may at most lie above the smallest one. */
  gap: number
  iterations: number
  converged: boolean
}

/** How the columns and what the coefficients leave of the target go together, kept up to date by `move`. */
interface Residual {
  norms: Float64Array
  /** column · residual */
  slope(column: number): number
  move(column: number, change: number): void
  /** ‖residual‖² and residual · y at the coefficients `w`. */
  sums(w: Float64Array): { squares: number; withTarget: number }
}

/**
 * Cyclic coordinate descent from zero, with the order and the stopping rule of scikit-learn (`cd_fast`), so that it takes
 * the same steps and stops at the same one: when the coefficients hardly move and the duality gap is small.
 * Friedman, Hastie & Tibshirani (2010); the gap of Kim et al. (2007).
 */
export async function descend(problem: SparseProblem, pulse: Pulse): Promise<SparseFit> {
  const { x, y, maxIterations, tolerance } = problem
  const residual = x.columns <= x.rows ? await byProducts(x, y, pulse) : byRows(x, y)
  const w = new Float64Array(x.columns)
  const enough = tolerance * dot(y, y)
  let gap = Infinity
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    const still = (await sweep(problem, residual, w, pulse)) < tolerance
    if (!still && iteration < maxIterations) continue
    gap = gapOf(problem, residual, w)
    // A constant target leaves no gap at all.
    if (gap < enough || gap === 0) return { coefficients: w, gap, iterations: iteration, converged: true }
  }
  return { coefficients: w, gap, iterations: maxIterations, converged: false }
}

/** One round over all columns; the largest change as a share of the largest coefficient. */
async function sweep(
  { x, l1, l2 }: SparseProblem,
  residual: Residual,
  w: Float64Array,
  pulse: Pulse,
): Promise<number> {
  let largest = 0
  let change = 0
  for (let i = 0; i < w.length; i++) {
    if (residual.norms[i] === 0) continue
    if (i % 64 === 0 || x.rows > 20_000) await pulse.breathe()
    const slope = residual.slope(i) + residual.norms[i] * w[i]
    const next = shrink(slope, l1) / (residual.norms[i] + l2)
    if (next !== w[i]) residual.move(i, next - w[i])
    change = Math.max(change, Math.abs(next - w[i]))
    w[i] = next
    largest = Math.max(largest, Math.abs(next))
  }
  return largest === 0 ? 0 : change / largest
}

export const shrink = (value: number, by: number): number =>
  value > by ? value - by : value < -by ? value + by : 0

function gapOf({ l1, l2 }: SparseProblem, residual: Residual, w: Float64Array): number {
  let steepest = 0
  for (let i = 0; i < w.length; i++) steepest = Math.max(steepest, Math.abs(residual.slope(i) - l2 * w[i]))
  const { squares, withTarget } = residual.sums(w)
  const scale = steepest > l1 ? l1 / steepest : 1
  const size = w.reduce((sum, value) => sum + Math.abs(value), 0)
  const fit = steepest > l1 ? (squares * (1 + scale * scale)) / 2 : squares
  return fit + l1 * size - scale * withTarget + (l2 * (1 + scale * scale) * dot(w, w)) / 2
}

/** All from the products of the columns: a step costs as many operations as there are columns. */
async function byProducts(x: Matrix, y: Float64Array, pulse: Pulse): Promise<Residual> {
  const products = await gramOf(x, null, pulse)
  const withTarget = timesTransposed(x, y)
  const slopes = withTarget.slice()
  const ySquares = dot(y, y)
  return {
    norms: Float64Array.from({ length: x.columns }, (_, i) => products[i * x.columns + i]),
    slope: (column) => slopes[column],
    move: (column, change) => {
      for (let i = 0, at = column * x.columns; i < slopes.length; i++) slopes[i] -= change * products[at + i]
    },
    sums: (w) => {
      // ‖y − Xw‖² = ‖y‖² − w·Xᵀy − w·Xᵀr
      const along = dot(w, withTarget)
      return { squares: Math.max(0, ySquares - along - dot(w, slopes)), withTarget: ySquares - along }
    },
  }
}

/** With more columns than rows the residual itself is the shorter one. */
function byRows(x: Matrix, y: Float64Array): Residual {
  const columns = Array.from({ length: x.columns }, (_, column) =>
    Float64Array.from({ length: x.rows }, (_, row) => x.values[row * x.columns + column]),
  )
  const residual = y.slice()
  return {
    norms: Float64Array.from(columns, (column) => dot(column, column)),
    slope: (column) => dot(columns[column], residual),
    move: (column, change) => {
      const values = columns[column]
      for (let row = 0; row < residual.length; row++) residual[row] -= change * values[row]
    },
    sums: () => ({ squares: dot(residual, residual), withTarget: dot(residual, y) }),
  }
}

function timesTransposed({ rows, columns, values }: Matrix, y: Float64Array): Float64Array {
  const out = new Float64Array(columns)
  for (let row = 0, i = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) out[column] += values[i++] * y[row]
  return out
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
