import { log } from '@/base/math'
import type { Pulse } from '@/contract/pulse'
import { decompose, solveCholesky, type Cholesky } from './cholesky'
import { logitHessian, logitLoss, type LogitProblem } from './logit'

/** With more coefficients than this a matrix of their second derivatives costs more than it saves. */
export const mostDense = 300

const mostSteps = 12
const nearlyFlat = 1e-8
/** What the loss may still fall: the minimum for a few rows is not nearer to that for all. */
const nearEnough = 1e-4

/**
 * A few rows that stand for all: evenly spaced within each class, as many of each, and weighted to make up for it. The
 * problem itself where it is small. Its minimum is near that of the whole, and so are its second derivatives.
 */
export function excerptOf(problem: LogitProblem): LogitProblem {
  const { z, labels, weights, width } = problem
  const wanted = Math.max(2048, 20 * (z.columns + 1) * width)
  if (z.rows <= 2 * wanted) return problem
  const classes = Math.max(2, width)
  const members = Array.from({ length: classes }, (): number[] => [])
  labels.forEach((label, row) => members[label].push(row))
  const rows: number[] = []
  const factors: number[] = []
  for (const own of members) {
    const count = Math.min(own.length, Math.ceil(wanted / classes))
    for (let i = 0; i < count; i++) rows.push(own[Math.floor((i * own.length) / count)])
    for (let i = 0; i < count; i++) factors.push(own.length / count)
  }
  const values = new Float64Array(rows.length * z.columns)
  rows.forEach((row, i) =>
    values.set(z.values.subarray(row * z.columns, (row + 1) * z.columns), i * z.columns),
  )
  const share = rows.length / z.rows
  return {
    ...problem,
    z: { rows: rows.length, columns: z.columns, values },
    labels: Int32Array.from(rows, (row) => labels[row]),
    weights: Float64Array.from(rows, (row, i) => (weights ? weights[row] : 1) * factors[i] * share),
  }
}

export interface Rough {
  point: Float64Array
  /** Factor of the second derivatives there. */
  shape: Cholesky
}

/** Newton's method with halved steps, from zero: near the minimum after a few. */
export async function roughMinimum(problem: LogitProblem, pulse: Pulse): Promise<Rough> {
  let w = new Float64Array((problem.z.columns + 1) * problem.width)
  let at = await logitLoss(problem, w, pulse)
  for (let step = 0; ; step++) {
    const shape = await decompose(await logitHessian(problem, w, pulse), w.length, nearlyFlat, pulse)
    const move = solveCholesky(shape, at.gradient)
    const fall = move.reduce((sum, value, i) => sum + value * at.gradient[i], 0)
    if (!(fall > nearEnough) || step === mostSteps) return { point: w, shape }
    let length = 1
    let next = w.map((value, i) => value - move[i])
    let tried = await logitLoss(problem, next, pulse)
    while (!(tried.value <= at.value - 1e-4 * length * fall) && length > 1e-6) {
      length /= 2
      const share = length
      next = w.map((value, i) => value - share * move[i])
      tried = await logitLoss(problem, next, pulse)
    }
    if (!(tried.value < at.value)) return { point: w, shape }
    w = next
    at = tried
  }
}

/** The loss where nothing is known: all classes are equally likely. */
export function lossOfNothing({ z, weights, width }: LogitProblem): number {
  const all = weights ? weights.reduce((sum, weight) => sum + weight, 0) / z.rows : 1
  return all * log(Math.max(2, width))
}
