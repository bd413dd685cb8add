import { sigmoid, tanh } from '@/base/math'
import type { Matrix } from '@/contract/catalog'
import type { Scores } from '@/values/model'
import { binaryScores, softmaxInPlace } from '../linear/predictLinear'
import type { NetworkWeights } from './network'

/** Scores of a trained network, in float64 and one row at a time: the same bits for one row as for many. */
export function predictNetwork(weights: NetworkWeights, x: Matrix, classes: number): Scores {
  const outputs = rawOutputs(weights, x)
  if (classes === 0) {
    const { targetMean, targetScale } = weights
    return { rows: x.rows, width: 1, values: outputs.map((value) => value * targetScale + targetMean) }
  }
  if (classes === 2) return { rows: x.rows, width: 2, values: binaryScores(outputs) }
  for (let row = 0; row < x.rows; row++) softmaxInPlace(outputs, row * classes, classes)
  return { rows: x.rows, width: classes, values: outputs }
}

function rawOutputs(weights: NetworkWeights, x: Matrix): Float64Array {
  const { units, activations } = weights
  const width = units[units.length - 1]
  const out = new Float64Array(x.rows * width)
  const buffers = units.map((count) => new Float64Array(count))
  for (let row = 0; row < x.rows; row++) {
    let values = x.values.subarray(row * x.columns, (row + 1) * x.columns)
    for (let layer = 0; layer < units.length; layer++) {
      applyDense(values, weights.kernels[layer], weights.biases[layer], buffers[layer])
      values = buffers[layer]
      if (layer < activations.length) activate(values, activations[layer])
    }
    out.set(values, row * width)
  }
  return out
}

function applyDense(input: Float64Array, kernel: Float32Array, bias: Float32Array, out: Float64Array): void {
  const units = out.length
  out.set(bias)
  for (let i = 0, at = 0; i < input.length; i++) {
    const value = input[i]
    for (let unit = 0; unit < units; unit++) out[unit] += value * kernel[at++]
  }
}

function activate(values: Float64Array, activation: string): void {
  for (let i = 0; i < values.length; i++) {
    if (activation === 'relu') values[i] = values[i] > 0 ? values[i] : 0
    else values[i] = activation === 'tanh' ? tanh(values[i]) : sigmoid(values[i])
  }
}
