import type { Matrix } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { exp, log } from '@/base/math'
import type { Evaluation } from './lbfgs'
import { addTransposed, productsInto } from './rowProducts'

/** Logistic regression on standardised columns in float64; coefficients are `(columns + 1) × width`, last the intercepts. */
export interface LogitProblem {
  z: Matrix
  /** Class of each row, 0 … K−1. */
  labels: Int32Array
  /** Weight of each row; null for 1. */
  weights: Float64Array | null
  /** 1 for two classes, else the number of classes. */
  width: number
  /** L2 penalty of each column, per row of data. */
  ridge: Float64Array
}

type Breath = Pick<Pulse, 'breathe'>

/** Values between two breaths. */
const piece = 1_000_000

/** Mean weighted log loss plus ½ Σ ridge·w², and its gradient. */
export async function logitLoss(problem: LogitProblem, w: Float64Array, pulse: Breath): Promise<Evaluation> {
  const { z, width, ridge } = problem
  const gradient = new Float64Array(w.length)
  let value = 0
  const step = Math.max(1, Math.floor(piece / (z.columns + 1) / width))
  for (let from = 0; from < z.rows; from += step) {
    await pulse.breathe()
    const to = Math.min(from + step, z.rows)
    value +=
      width === 1
        ? addBinary(problem, w, gradient, { from, to })
        : addSoftmax(problem, w, gradient, { from, to })
  }
  value /= z.rows
  for (let i = 0; i < w.length; i++) {
    gradient[i] /= z.rows
    const column = Math.floor(i / width)
    if (column === z.columns) continue
    gradient[i] += ridge[column] * w[i]
    value += (ridge[column] * w[i] * w[i]) / 2
  }
  return { value, gradient }
}

interface Span {
  from: number
  to: number
}

/** Rows that are looked at together, so that they are still near when they are needed again. */
const rowsAtOnce = 512

function addBinary(
  { z, labels, weights }: LogitProblem,
  w: Float64Array,
  gradient: Float64Array,
  { from, to }: Span,
): number {
  const errors = new Float64Array(Math.min(rowsAtOnce, to - from))
  let loss = 0
  for (let start = from; start < to; start += rowsAtOnce) {
    const own = errors.subarray(0, Math.min(rowsAtOnce, to - start))
    productsInto(own, z, w, start)
    loss += binaryErrors(own, labels, weights, start)
    addTransposed(gradient, z, own, start)
  }
  return loss
}

/**
 * Turns logits into what each row would like to be changed, in place; returns the summed loss. One exponential a row, and
 * one logarithm in all: Σ log(1 + e) is the logarithm of a product, of up to 512 numbers between 1 and 2.
 */
function binaryErrors(
  logits: Float64Array,
  labels: Int32Array,
  weights: Float64Array | null,
  start: number,
): number {
  let loss = 0
  let product = 1
  for (let i = 0; i < logits.length; i++) {
    const sign = labels[start + i] === 1 ? -1 : 1
    const weight = weights ? weights[start + i] : 1
    const away = sign * logits[i]
    const small = exp(-Math.abs(away))
    if (away > 0) loss += weight * away
    if (weights) loss += weight * log(1 + small)
    else product *= 1 + small
    logits[i] = (sign * weight * (away > 0 ? 1 : small)) / (1 + small)
  }
  return loss + log(product)
}

function addSoftmax(
  { z, labels, weights, width }: LogitProblem,
  w: Float64Array,
  gradient: Float64Array,
  { from, to }: Span,
): number {
  const { columns, values } = z
  const chances = new Float64Array(width)
  let loss = 0
  for (let row = from; row < to; row++) {
    const start = row * columns
    const weight = weights ? weights[row] : 1
    const mine = labels[row]
    toChances(values, start, w, chances)
    loss -= weight * log(Math.max(chances[mine], 1e-300))
    chances[mine] -= 1
    for (let i = 0, at = 0; i <= columns; i++) {
      const factor = weight * (i === columns ? 1 : values[start + i])
      for (let k = 0; k < width; k++) gradient[at++] += factor * chances[k]
    }
  }
  return loss
}

/** The chances of all classes for the row that begins at `start`. */
function toChances(values: Float64Array, start: number, w: Float64Array, chances: Float64Array): void {
  const width = chances.length
  const columns = w.length / width - 1
  for (let k = 0; k < width; k++) chances[k] = w[columns * width + k]
  for (let i = 0, at = 0; i < columns; i++) {
    const value = values[start + i]
    for (let k = 0; k < width; k++) chances[k] += value * w[at++]
  }
  let largest = -Infinity
  for (let k = 0; k < width; k++) largest = Math.max(largest, chances[k])
  let sum = 0
  for (let k = 0; k < width; k++) sum += chances[k] = exp(chances[k] - largest)
  for (let k = 0; k < width; k++) chances[k] /= sum
}

/** Hessian of `logitLoss`, both triangles, `w.length × w.length`. */
export async function logitHessian(
  problem: LogitProblem,
  w: Float64Array,
  pulse: Breath,
): Promise<Float64Array> {
  const { z, width, ridge } = problem
  const size = w.length
  const hessian = new Float64Array(size * size)
  const step = Math.max(1, Math.floor((4 * piece) / (size * size + 1)))
  const work = { row: new Float64Array(z.columns + 1).fill(1), chances: new Float64Array(width) }
  for (let row = 0; row < z.rows; row++) {
    if (row % step === 0) await pulse.breathe()
    for (let i = 0; i < z.columns; i++) work.row[i] = z.values[row * z.columns + i]
    if (width === 1) addBinaryBend(problem, w, hessian, { row, values: work.row })
    else addSoftmaxBend(problem, w, hessian, { row, values: work.row, chances: work.chances })
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) hessian[j * size + i] = hessian[i * size + j] /= z.rows
    const column = Math.floor(i / width)
    if (column < z.columns) hessian[i * size + i] += ridge[column]
  }
  return hessian
}

function addBinaryBend(
  { weights }: LogitProblem,
  w: Float64Array,
  hessian: Float64Array,
  { row, values }: { row: number; values: Float64Array },
): void {
  const size = values.length
  let logit = 0
  for (let i = 0; i < size; i++) logit += values[i] * w[i]
  const small = exp(-Math.abs(logit))
  const bend = ((weights ? weights[row] : 1) * small) / (1 + small) / (1 + small)
  for (let i = 0, at = 0; i < size; i++, at += size) {
    const scaled = bend * values[i]
    for (let j = 0; j <= i; j++) hessian[at + j] += scaled * values[j]
  }
}

function addSoftmaxBend(
  { z, weights, width }: LogitProblem,
  w: Float64Array,
  hessian: Float64Array,
  { row, values, chances }: { row: number; values: Float64Array; chances: Float64Array },
): void {
  const size = w.length
  toChances(z.values, row * z.columns, w, chances)
  const weight = weights ? weights[row] : 1
  for (let i = 0; i < values.length; i++) {
    for (let j = 0; j <= i; j++) {
      const product = weight * values[i] * values[j]
      if (product === 0) continue
      for (let k = 0; k < width; k++) {
        const at = (i * width + k) * size + j * width
        for (let m = 0; m < width; m++)
          hessian[at + m] += product * chances[k] * ((k === m ? 1 : 0) - chances[m])
      }
    }
  }
}
