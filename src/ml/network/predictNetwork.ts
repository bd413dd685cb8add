import { expm1, sigmoid, tanh } from '@/base/math'
import type { Matrix } from '@/contract/catalog'
import type { Scores } from '@/values/model'
import { binaryScores, softmaxInPlace } from '../linear/predictLinear'
import { normEpsilon, type NetworkWeights, type NormWeights } from './network'

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
  const { units, activations, kernels } = weights
  const shifts = units.map((_, layer) => shiftOf(weights, layer))
  const width = units[units.length - 1]
  const out = new Float64Array(x.rows * width)
  const buffers = units.map((count) => new Float64Array(count))
  for (let row = 0; row < x.rows; row++) {
    let values = x.values.subarray(row * x.columns, (row + 1) * x.columns)
    for (let layer = 0; layer < units.length; layer++) {
      const { before, factors, after } = shifts[layer]
      applyDense(values, kernels[layer], before, buffers[layer])
      values = buffers[layer]
      if (factors) for (let i = 0; i < values.length; i++) values[i] = values[i] * factors[i] + after[i]
      if (layer < activations.length) activate(values, activations[layer])
    }
    out.set(values, row * width)
  }
  return out
}

interface Shift {
  /** What the sums begin with. */
  before: ArrayLike<number>
  /** What they are multiplied by, and what is added then; null without batch normalisation. */
  factors: Float64Array | null
  after: Float64Array
}

/** Batch normalisation by the running statistics: (sum − mean) · gain / deviation + bias. */
function shiftOf(weights: NetworkWeights & Partial<NormWeights>, layer: number): Shift {
  const gain = weights.gains?.[layer] ?? []
  const bias = weights.biases[layer]
  if (gain.length === 0) return { before: bias, factors: null, after: new Float64Array(0) }
  const { means, variances } = weights as unknown as NormWeights
  const factors = Float64Array.from(gain, (each, i) => each / Math.sqrt(variances[layer][i] + normEpsilon))
  return { before: means[layer].map((mean) => -mean), factors, after: Float64Array.from(bias) }
}

function applyDense(
  input: Float64Array,
  kernel: Float32Array,
  start: ArrayLike<number>,
  out: Float64Array,
): void {
  const units = out.length
  out.set(start)
  for (let i = 0, at = 0; i < input.length; i++) {
    const value = input[i]
    for (let unit = 0; unit < units; unit++) out[unit] += value * kernel[at++]
  }
}

function activate(values: Float64Array, activation: string): void {
  const bend = bends.get(activation)
  if (bend) for (let i = 0; i < values.length; i++) values[i] = bend(values[i])
}

/** Linear is none of them. */
const bends: ReadonlyMap<string, (value: number) => number> = new Map([
  ['relu', (value: number) => (value > 0 ? value : 0)],
  ['tanh', tanh],
  ['sigmoid', sigmoid],
  ['leaky-relu', (value: number) => (value > 0 ? value : 0.01 * value)],
  ['elu', (value: number) => (value > 0 ? value : expm1(value))],
])
