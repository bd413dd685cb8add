import { matMul, tensor2d, tidy } from '@tensorflow/tfjs-core'
import { exp, log, sigmoid } from '@/base/math'
import type { Pulse } from '@/contract/pulse'
import type { RowBlock } from '../tensor/rowBlocks'
import type { Evaluation } from './lbfgs'
import { softmaxInPlace } from './predictLinear'

export interface LogisticProblem {
  /** Standardised columns with a last column of ones for the intercept. */
  blocks: readonly RowBlock[]
  rows: number
  columns: number
  /** Class of each row, 0 … K−1. */
  labels: Int32Array
  /** Columns of coefficients: 1 for two classes, else one a class. */
  width: number
  /** Weight of each column's squared coefficient, per row of data; 0 for the intercept. */
  penalty: Float64Array
}

/**
 * Mean negative log-likelihood plus ½ Σ penalty·w², and its gradient, at `w` (columns × width). The two products
 * with the data are tensors; what lies between them is float64.
 */
export async function logisticLoss(
  problem: LogisticProblem,
  w: Float64Array,
  pulse: Pulse,
): Promise<Evaluation> {
  const { columns, width, rows, penalty } = problem
  const gradient = new Float64Array(w.length)
  let value = 0
  for (const block of problem.blocks) {
    await pulse.breathe()
    value += addBlock(problem, block, w, gradient) / rows
  }
  for (let i = 0; i < w.length; i++) {
    const weight = penalty[Math.floor(i / width) % columns]
    gradient[i] = gradient[i] / rows + weight * w[i]
    value += (weight * w[i] * w[i]) / 2
  }
  return { value, gradient }
}

function addBlock(
  problem: LogisticProblem,
  block: RowBlock,
  w: Float64Array,
  gradient: Float64Array,
): number {
  const { columns, width, labels } = problem
  let loss = 0
  const part = tidy(() => {
    const logits = matMul(block.x, tensor2d(Float32Array.from(w), [columns, width])).dataSync()
    const errors = Float64Array.from(logits)
    const own = labels.subarray(block.start, block.start + block.rows)
    loss = width === 1 ? binaryErrors(errors, own) : softmaxErrors(errors, own, width)
    return matMul(block.xT, tensor2d(Float32Array.from(errors), [block.rows, width])).dataSync()
  })
  for (let i = 0; i < gradient.length; i++) gradient[i] += part[i]
  return loss
}

/** Turns logits into `probability − truth` in place; returns the summed loss. */
function binaryErrors(logits: Float64Array, labels: Int32Array): number {
  let loss = 0
  for (let row = 0; row < logits.length; row++) {
    const logit = logits[row]
    const away = labels[row] === 1 ? -logit : logit
    loss += Math.max(away, 0) + log(1 + exp(-Math.abs(away)))
    logits[row] = sigmoid(logit) - labels[row]
  }
  return loss
}

function softmaxErrors(logits: Float64Array, labels: Int32Array, width: number): number {
  let loss = 0
  for (let row = 0, start = 0; row < labels.length; row++, start += width) {
    softmaxInPlace(logits, start, width)
    const mine = start + labels[row]
    loss -= log(Math.max(logits[mine], 1e-300))
    logits[mine] -= 1
  }
  return loss
}
