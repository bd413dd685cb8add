import type { Gradients } from './step'
import type { Network } from './network'

export const optimisers = ['adam', 'sgd', 'rmsprop'] as const
export type OptimiserName = (typeof optimisers)[number]

export interface OptimiserParams {
  optimiser: OptimiserName
  learningRate: number
  /** Share of the last step that is carried on; `sgd` only. */
  momentum: number
}

/** Moves the network's parameters in place, against their slopes. */
export type Optimiser = (network: Network, gradients: Gradients) => void

/** What an optimiser remembers of one group of parameters. */
interface Memory {
  first: Float64Array
  second: Float64Array
}

type Update = (values: Float32Array, slopes: Float32Array, memory: Memory) => void

/**
 * Adam (Kingma & Ba 2015), gradient descent with momentum, or RMSprop (Tieleman & Hinton 2012), on typed arrays:
 * for networks of this size that is quicker than a dozen kernel calls for each layer.
 */
export function makeOptimiser(network: Network, params: OptimiserParams): Optimiser {
  const memories = groups(network).map((values) => ({
    first: new Float64Array(values.length),
    second: new Float64Array(values.length),
  }))
  const makeUpdate = updates[params.optimiser](params)
  return (target, gradients) => {
    const update = makeUpdate()
    const slopes = groups(gradients)
    groups(target).forEach((values, i) => update(values, slopes[i], memories[i]))
  }
}

const groups = ({ kernels, biases }: { kernels: Float32Array[]; biases: Float32Array[] }) => [
  ...kernels,
  ...biases,
]

const updates: Record<OptimiserName, (params: OptimiserParams) => () => Update> = { adam, sgd, rmsprop }

function adam({ learningRate }: OptimiserParams): () => Update {
  let decay1 = 1
  let decay2 = 1
  return () => {
    decay1 *= 0.9
    decay2 *= 0.999
    const rate = (learningRate * Math.sqrt(1 - decay2)) / (1 - decay1)
    return (values, slopes, { first, second }) => {
      for (let i = 0; i < values.length; i++) {
        const slope = slopes[i]
        first[i] = 0.9 * first[i] + 0.1 * slope
        second[i] = 0.999 * second[i] + 0.001 * slope * slope
        values[i] -= (rate * first[i]) / (Math.sqrt(second[i]) + 1e-8)
      }
    }
  }
}

function sgd({ learningRate, momentum }: OptimiserParams): () => Update {
  return () =>
    (values, slopes, { first }) => {
      for (let i = 0; i < values.length; i++) {
        first[i] = momentum * first[i] - learningRate * slopes[i]
        values[i] += first[i]
      }
    }
}

function rmsprop({ learningRate }: OptimiserParams): () => Update {
  return () =>
    (values, slopes, { second }) => {
      for (let i = 0; i < values.length; i++) {
        second[i] = 0.9 * second[i] + 0.1 * slopes[i] * slopes[i]
        values[i] -= (learningRate * slopes[i]) / (Math.sqrt(second[i]) + 1e-7)
      }
    }
}
