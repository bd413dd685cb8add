import type { Matrix } from '@/contract/catalog'
import { exp, sigmoid } from '@/base/math'

/** intercept + Σ coefficient · feature for every row, in float64, in the order of the columns. */
export function linearValues(x: Matrix, coefficients: ArrayLike<number>, intercept: number): Float64Array {
  const out = new Float64Array(x.rows)
  for (let row = 0, i = 0; row < x.rows; row++) {
    let sum = intercept
    for (let column = 0; column < x.columns; column++) sum += coefficients[column] * x.values[i++]
    out[row] = sum
  }
  return out
}

/** Replaces the logits from `start` on by probabilities; the largest is taken out first, so nothing overflows. */
export function softmaxInPlace(logits: Float64Array, start: number, count: number): void {
  let largest = -Infinity
  for (let i = start; i < start + count; i++) largest = Math.max(largest, logits[i])
  let sum = 0
  for (let i = start; i < start + count; i++) sum += logits[i] = exp(logits[i] - largest)
  for (let i = start; i < start + count; i++) logits[i] /= sum
}

/** Two scores a row from one logit: the chance of the first class, then of the second. */
export function binaryScores(logits: Float64Array): Float64Array {
  const values = new Float64Array(logits.length * 2)
  for (let row = 0; row < logits.length; row++) {
    values[2 * row + 1] = sigmoid(logits[row])
    values[2 * row] = sigmoid(-logits[row])
  }
  return values
}
