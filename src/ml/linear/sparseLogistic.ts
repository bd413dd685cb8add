import { quietly, type Pulse } from '@/contract/pulse'
import { shrink } from './coordinateDescent'
import type { Evaluation, Minimum } from './lbfgs'
import { logitHessian, logitLoss, type LogitProblem } from './logit'
import { excerptOf, lossOfNothing, mostDense } from './warmStart'

export interface SparseLogitProblem extends LogitProblem {
  /** L1 penalty of each column, per row of data. */
  lasso: Float64Array
}

interface SearchParams {
  tolerance: number
  maxIterations: number
}

const mostHalvings = 40
const mostRounds = 500

/**
 * Logistic regression with an L1 penalty by a proximal Newton method: each step minimises the quadratic that touches the
 * loss, plus the penalty, by coordinate descent (Friedman, Hastie & Tibshirani 2010; Lee, Sun & Saunders 2014). Of many
 * rows, second derivatives come from a few, which also give the start. With too many coefficients for such a matrix,
 * FISTA with restarts (Beck & Teboulle 2009; O’Donoghue & Candès 2015).
 */
export async function sparseLogistic(
  problem: SparseLogitProblem,
  params: SearchParams,
  pulse: Pulse,
): Promise<Minimum> {
  const size = (problem.z.columns + 1) * problem.width
  if (size > mostDense) return accelerated(problem, params, pulse)
  const excerpt: SparseLogitProblem = { ...problem, ...excerptOf(problem) }
  const zero = new Float64Array(size)
  const isWhole = excerpt.z.rows === problem.z.rows
  if (isWhole) return newton(problem, { ...params, start: zero, bends: excerpt }, pulse)
  const roughly = { tolerance: 1e-3, maxIterations: 20, start: zero, bends: excerpt }
  const { point: start } = await newton(excerpt, roughly, quietly(pulse))
  const found = await newton(problem, { ...params, start, bends: excerpt }, pulse)
  return { ...found, values: [lossOfNothing(problem), ...found.values] }
}

interface Newton extends SearchParams {
  start: Float64Array
  /** The rows that second derivatives are taken from. */
  bends: LogitProblem
}

async function newton(
  problem: SparseLogitProblem,
  { start, bends, tolerance, maxIterations }: Newton,
  pulse: Pulse,
): Promise<Minimum> {
  let point = start
  let at = await logitLoss(problem, point, pulse)
  const values = [at.value + sizeOf(problem, point)]
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    if (slopeLeft(problem, point, at.gradient) <= tolerance) return { point, values, converged: true }
    const hessian = await logitHessian(bends, point, pulse)
    const move = await quadraticMove(problem, { point, gradient: at.gradient, hessian }, pulse)
    const next = await walk(problem, { point, at, move }, pulse)
    // Nothing helps: the last digits are reached.
    if (!next) return { point, values, converged: slopeLeft(problem, point, at.gradient) <= 100 * tolerance }
    ;({ point, at } = next)
    values.push(at.value + sizeOf(problem, point))
    tell(pulse, iteration, { maxIterations, value: values[iteration] })
  }
  return { point, values, converged: slopeLeft(problem, point, at.gradient) <= tolerance }
}

interface Place {
  point: Float64Array
  gradient: Float64Array
  hessian: Float64Array
}

/** The move that makes gradient·d + ½ d·H·d + Σ lasso·|w + d| smallest, by cyclic coordinate descent. */
async function quadraticMove(
  { lasso, width }: SparseLogitProblem,
  { point, gradient, hessian }: Place,
  pulse: Pulse,
): Promise<Float64Array> {
  const size = point.length
  const move = new Float64Array(size)
  const slopes = gradient.slice()
  for (let round = 0; round < mostRounds; round++) {
    await pulse.breathe()
    let largest = 0
    for (let i = 0; i < size; i++) {
      const bend = hessian[i * size + i]
      if (!(bend > 1e-14)) continue
      const here = point[i] + move[i]
      const penalty = lasso[Math.floor(i / width)] ?? 0
      const change = shrink(here - slopes[i] / bend, penalty / bend) - here
      if (change === 0) continue
      move[i] += change
      for (let j = 0, from = i * size; j < size; j++) slopes[j] += change * hessian[from + j]
      largest = Math.max(largest, Math.abs(change) * Math.sqrt(bend))
    }
    if (largest < 1e-10) break
  }
  return move
}

interface Leg {
  point: Float64Array
  at: Evaluation
  move: Float64Array
}

/** As much of the move as makes loss and penalty smaller; null where nothing does. */
async function walk(problem: SparseLogitProblem, { point, at, move }: Leg, pulse: Pulse) {
  const before = at.value + sizeOf(problem, point)
  const whole = point.map((value, i) => value + move[i])
  const along = move.reduce((sum, value, i) => sum + value * at.gradient[i], 0)
  const promised = along + sizeOf(problem, whole) - sizeOf(problem, point)
  if (!(promised < 0)) return null
  for (let length = 1, halving = 0; halving < mostHalvings; halving++, length /= 2) {
    const next = length === 1 ? whole : point.map((value, i) => value + length * move[i])
    const tried = await logitLoss(problem, next, pulse)
    const after = tried.value + sizeOf(problem, next)
    // Near the minimum the values themselves have no digits left.
    const level = Math.abs(promised) < 1e-13 * Math.abs(before) && after <= before * (1 + 1e-14)
    if (after <= before + 1e-4 * length * promised || level) return { point: next, at: tried }
  }
  return null
}

const sizeOf = ({ lasso, width }: SparseLogitProblem, w: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < lasso.length * width; i++) sum += lasso[Math.floor(i / width)] * Math.abs(w[i])
  return sum
}

/** The largest slope that the penalty does not hold. */
function slopeLeft({ lasso, width }: SparseLogitProblem, w: Float64Array, gradient: Float64Array): number {
  let largest = 0
  for (let i = 0; i < w.length; i++) {
    const penalty = lasso[Math.floor(i / width)] ?? 0
    const left =
      w[i] === 0 ? Math.abs(gradient[i]) - penalty : Math.abs(gradient[i] + Math.sign(w[i]) * penalty)
    largest = Math.max(largest, left)
  }
  return largest
}

async function accelerated(
  problem: SparseLogitProblem,
  { tolerance, maxIterations }: SearchParams,
  pulse: Pulse,
): Promise<Minimum> {
  let point: Float64Array = new Float64Array((problem.z.columns + 1) * problem.width)
  let ahead = point
  let speed = 1
  let bend = problem.width === 1 ? 0.25 : 0.5
  let here = await logitLoss(problem, point, pulse)
  const values = [here.value + sizeOf(problem, point)]
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    if (slopeLeft(problem, point, here.gradient) <= tolerance) return { point, values, converged: true }
    const from = await logitLoss(problem, ahead, pulse)
    const next = await proximalStep(problem, { from, ahead, bend }, pulse)
    bend = next.bend * 0.98
    const value = next.at.value + sizeOf(problem, next.point)
    const isWorse = value > values[iteration - 1]
    const faster = isWorse ? 1 : (1 + Math.sqrt(1 + 4 * speed * speed)) / 2
    const pull = isWorse ? 0 : (speed - 1) / faster
    const before = point
    if (!isWorse) ({ point, at: here } = next)
    ahead = point.map((each, i) => each + pull * (each - before[i]))
    speed = faster
    values.push(Math.min(value, values[iteration - 1]))
    tell(pulse, iteration, { maxIterations, value: values[iteration] })
  }
  return { point, values, converged: slopeLeft(problem, point, here.gradient) <= tolerance }
}

interface Ahead {
  from: Evaluation
  ahead: Float64Array
  bend: number
}

/** A step as long as the loss stays below its quadratic of the given bend, which grows until it does. */
async function proximalStep(problem: SparseLogitProblem, { from, ahead, bend }: Ahead, pulse: Pulse) {
  for (let steeper = bend; ; steeper *= 2) {
    const point = ahead.map((value, i) =>
      shrink(
        value - from.gradient[i] / steeper,
        (problem.lasso[Math.floor(i / problem.width)] ?? 0) / steeper,
      ),
    )
    const at = await logitLoss(problem, point, pulse)
    let bound = from.value
    for (let i = 0; i < point.length; i++) {
      const change = point[i] - ahead[i]
      bound += from.gradient[i] * change + (steeper / 2) * change * change
    }
    if (at.value <= bound + 1e-14 * Math.abs(bound) || steeper > 1e12) return { point, at, bend: steeper }
  }
}

function tell(
  pulse: Pulse,
  iteration: number,
  { maxIterations, value }: { maxIterations: number; value: number },
) {
  pulse.progress({
    share: iteration / maxIterations,
    message: `Iteration ${iteration}, loss ${value.toFixed(4)}`,
  })
}
