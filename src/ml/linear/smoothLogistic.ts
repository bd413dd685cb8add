import type { Pulse } from '@/contract/pulse'
import type { Cholesky } from './cholesky'
import { minimise, type Minimum } from './lbfgs'
import { logitLoss, type LogitProblem } from './logit'
import { excerptOf, lossOfNothing, mostDense, roughMinimum } from './warmStart'

interface SearchParams {
  tolerance: number
  maxIterations: number
}

/**
 * Logistic regression without an L1 penalty, in float64. Newton's method finds the minimum for a few of the rows, and its
 * second derivatives shape the space in which L-BFGS then looks at all rows: a handful of passes settles it.
 */
export async function smoothLogistic(
  problem: LogitProblem,
  params: SearchParams,
  pulse: Pulse,
): Promise<Minimum> {
  const size = (problem.z.columns + 1) * problem.width
  const start = new Float64Array(size)
  if (size > mostDense) return search(problem, { ...params, start, shape: null }, pulse)
  const { point, shape } = await roughMinimum(excerptOf(problem), pulse)
  const found = await search(problem, { ...params, start: point, shape }, pulse)
  return { ...found, values: [lossOfNothing(problem), ...found.values] }
}

interface Search extends SearchParams {
  start: Float64Array
  /** Factor L of the second derivatives: the search runs over u with w = start + L⁻ᵀ·u. */
  shape: Cholesky | null
}

async function search(
  problem: LogitProblem,
  { start, shape, tolerance, maxIterations }: Search,
  pulse: Pulse,
): Promise<Minimum> {
  const { width, ridge } = problem
  const place = (u: Float64Array) => {
    const moved = shape ? backward(shape, u) : u
    return moved.map((value, i) => value + start[i])
  }
  const bend = width === 1 ? 0.25 : 0.5
  const found = await minimise({
    start: new Float64Array(start.length),
    evaluate: async (u) => {
      const { value, gradient } = await logitLoss(problem, place(u), pulse)
      return { value, gradient: shape ? forward(shape, gradient) : gradient }
    },
    curvature: Float64Array.from(start, (_, i) => (shape ? 1 : bend + (ridge[Math.floor(i / width)] ?? 0))),
    tolerance,
    maxIterations,
    onIteration: (iteration, value) =>
      pulse.progress({
        share: iteration / maxIterations,
        message: `Iteration ${iteration}, loss ${value.toFixed(4)}`,
      }),
  })
  return { ...found, point: place(found.point) }
}

/** L⁻¹·b */
function forward({ size, lower }: Cholesky, b: Float64Array): Float64Array {
  const x = b.slice()
  for (let row = 0; row < size; row++) {
    for (let i = 0; i < row; i++) x[row] -= lower[row * size + i] * x[i]
    x[row] /= lower[row * size + row]
  }
  return x
}

/** L⁻ᵀ·b */
function backward({ size, lower }: Cholesky, b: Float64Array): Float64Array {
  const x = b.slice()
  for (let row = size - 1; row >= 0; row--) {
    for (let i = row + 1; i < size; i++) x[row] -= lower[i * size + row] * x[i]
    x[row] /= lower[row * size + row]
  }
  return x
}
