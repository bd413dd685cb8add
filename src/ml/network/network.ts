import { makeRandom } from '@/base/random'
import type { Weights } from '@/values/model'

export const activations = ['relu', 'tanh', 'sigmoid'] as const
export type Activation = (typeof activations)[number]

export interface HiddenLayer {
  units: number
  activation: Activation
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

export const inputsOf = (network: Pick<Network, 'inputs' | 'units'>, layer: number): number =>
  layer === 0 ? network.inputs : network.units[layer - 1]

/** Glorot & Bengio (2010): uniform within ±√(6 / (inputs + units)); biases 0. */
export function makeNetwork(
  inputs: number,
  hidden: readonly HiddenLayer[],
  outputs: number,
  seed: number,
): Network {
  const random = makeRandom(seed)
  const units = [...hidden.map((layer) => layer.units), outputs]
  const network: Network = {
    inputs,
    units,
    activations: hidden.map((layer) => layer.activation),
    kernels: [],
    biases: units.map((count) => new Float32Array(count)),
  }
  network.kernels = units.map((count, layer) => {
    const fanIn = inputsOf(network, layer)
    const limit = Math.sqrt(6 / (fanIn + count))
    return Float32Array.from({ length: fanIn * count }, () => (2 * random.next() - 1) * limit)
  })
  return network
}

export const copyNetwork = (network: Network): Network => ({
  ...network,
  kernels: network.kernels.map((kernel) => kernel.slice()),
  biases: network.biases.map((bias) => bias.slice()),
})

export const parameterCount = ({ kernels, biases }: Pick<Network, 'kernels' | 'biases'>): number =>
  [...kernels, ...biases].reduce((sum, values) => sum + values.length, 0)
