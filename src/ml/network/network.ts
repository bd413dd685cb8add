import { makeRandom } from '@/base/random'
import type { Weights } from '@/values/model'

export const activations = ['relu', 'tanh', 'sigmoid', 'leaky-relu', 'elu', 'linear'] as const
export type Activation = (typeof activations)[number]

export interface HiddenLayer {
  units: number
  activation: Activation
  /** Share of its units left out in each step; that of the whole network where absent. */
  dropout?: number
  /** Batch normalisation between the sums and the activation. */
  batchNorm?: boolean
}

/** Dense layers in order; kernels are `inputs × units`, row by row, in float32 as they were trained. */
export interface Network {
  inputs: number
  /** Units of each layer, the output last. */
  units: number[]
  /** Activation of each hidden layer. */
  activations: Activation[]
  kernels: Float32Array[]
  biases: Float32Array[]
  /** Of each layer with batch normalisation, one a unit; empty for one without. Its bias is added after that. */
  gains: Float32Array[]
  /** Running mean of each unit's sums in training, and their variance. */
  means: Float32Array[]
  variances: Float32Array[]
}

/** What a trained network keeps. Float32 holds every weight exactly; scoring computes in float64. */
export interface NetworkWeights extends Weights {
  inputs: number
  units: number[]
  activations: string[]
  kernels: Float32Array[]
  biases: Float32Array[]
  /** A numeric target is learned at mean 0 and deviation 1; scores are brought back. */
  targetMean: number
  targetScale: number
  /** Mean loss of each epoch. */
  loss: Float64Array
  /** Empty without rows to validate on. */
  validationLoss: Float64Array
  /** Epoch that the weights are from, counted from 1. */
  bestEpoch: number
  stoppedEarly: boolean
}

/** Further weights of a network with batch normalisation; absent without. */
export type NormWeights = Pick<Network, 'gains' | 'means' | 'variances'>

/** Further curves of a network whose metric was watched; absent otherwise. */
export interface WatchedCurves {
  metric: string
  trainingMetric: Float64Array
  /** Empty without rows to validate on. */
  validationMetric: Float64Array
}

/** Added to a variance before its root is taken. */
export const normEpsilon = 1e-5

export const inputsOf = (network: Pick<Network, 'inputs' | 'units'>, layer: number): number =>
  layer === 0 ? network.inputs : network.units[layer - 1]

/** Glorot & Bengio (2010): uniform within ±√(6 / (inputs + units)); biases 0, gains and variances 1. */
export function makeNetwork(
  inputs: number,
  hidden: readonly HiddenLayer[],
  outputs: number,
  seed: number,
): Network {
  const random = makeRandom(seed)
  const units = [...hidden.map((layer) => layer.units), outputs]
  const perNorm = (value: number) =>
    units.map((count, layer) => new Float32Array(hidden[layer]?.batchNorm ? count : 0).fill(value))
  const network: Network = {
    inputs,
    units,
    activations: hidden.map((layer) => layer.activation),
    kernels: [],
    biases: units.map((count) => new Float32Array(count)),
    gains: perNorm(1),
    means: perNorm(0),
    variances: perNorm(1),
  }
  network.kernels = units.map((count, layer) => {
    const fanIn = inputsOf(network, layer)
    const limit = Math.sqrt(6 / (fanIn + count))
    return Float32Array.from({ length: fanIn * count }, () => (2 * random.next() - 1) * limit)
  })
  return network
}

type Parameters = Pick<Network, 'kernels' | 'biases' | 'gains' | 'means' | 'variances'>

const parameterNames = ['kernels', 'biases', 'gains', 'means', 'variances'] as const

/** The network with every array of its own replaced. */
export function mapParameters(
  network: Network,
  change: (values: Float32Array, name: keyof Parameters, layer: number) => Float32Array,
): Network {
  const changed = { ...network }
  for (const name of parameterNames)
    changed[name] = network[name].map((values, layer) => change(values, name, layer))
  return changed
}

export const copyNetwork = (network: Network): Network => mapParameters(network, (values) => values.slice())

export const allParameters = (network: Network): Float32Array[] =>
  parameterNames.flatMap((name) => network[name])

/** How many numbers were learned. */
export const parameterCount = ({
  kernels,
  biases,
  gains = [],
}: Pick<Network, 'kernels' | 'biases'> & Partial<NormWeights>): number =>
  [...kernels, ...biases, ...gains].reduce((sum, values) => sum + values.length, 0)
