import type { Network } from './network'

export const optimisers = ['adam', 'adamw', 'sgd', 'rmsprop'] as const
export type OptimiserName = (typeof optimisers)[number]

export interface OptimiserParams {
  optimiser: OptimiserName
  learningRate: number
  /** Share of the last step that is carried on; `sgd` only. */
  momentum: number
  /** Looks ahead along the step that is carried on; `sgd` only. */
  nesterov: boolean
  /** Share of each weight, times the learning rate, that every step takes off; `adamw` only. */
  weightDecay: number
}

/** The parameters that are learned, or the slopes along them. */
export type Learned = Pick<Network, 'kernels' | 'biases' | 'gains'>

/** Moves the network's parameters in place, against their slopes. `rate` is the learning rate of this step. */
export type Optimiser = (network: Learned, gradients: Learned, rate: number) => void

/** What an optimiser remembers of one group of parameters. */
interface Memory {
  first: Float64Array
  second: Float64Array
}

type Update = (values: Float32Array, slopes: Float32Array, memory: Memory) => void

/**
 * Adam (Kingma & Ba 2015), AdamW (Loshchilov & Hutter 2019), gradient descent with momentum, plain or looking ahead
 * (Nesterov's, as in Sutskever et al. 2013), or RMSprop (Tieleman & Hinton 2012), on typed arrays.
 */
export function makeOptimiser(network: Learned, params: OptimiserParams): Optimiser {
  const memories = learnedGroups(network).map((values) => ({
    first: new Float64Array(values.length),
    second: new Float64Array(values.length),
  }))
  const makeUpdate = updates[params.optimiser](params)
  return (target, gradients, rate) => {
    if (params.optimiser === 'adamw') shrink(target.kernels, 1 - rate * params.weightDecay)
    const update = makeUpdate(rate)
    const slopes = learnedGroups(gradients)
    learnedGroups(target).forEach((values, i) => update(values, slopes[i], memories[i]))
  }
}

export const learnedGroups = ({ kernels, biases, gains }: Learned): Float32Array[] => [
  ...kernels,
  ...biases,
  ...gains,
]

function shrink(kernels: readonly Float32Array[], factor: number): void {
  for (const values of kernels) for (let i = 0; i < values.length; i++) values[i] *= factor
}

type MakeUpdate = (learningRate: number) => Update

const updates: Record<OptimiserName, (params: OptimiserParams) => MakeUpdate> = {
  adam,
  adamw: adam,
  sgd: (params) => (params.nesterov ? nesterov(params) : sgd(params)),
  rmsprop,
}

function adam(): MakeUpdate {
  let decay1 = 1
  let decay2 = 1
  return (learningRate) => {
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

function sgd({ momentum }: OptimiserParams): MakeUpdate {
  return (learningRate) =>
    (values, slopes, { first }) => {
      for (let i = 0; i < values.length; i++) {
        first[i] = momentum * first[i] - learningRate * slopes[i]
        values[i] += first[i]
      }
    }
}

function nesterov({ momentum }: OptimiserParams): MakeUpdate {
  return (learningRate) =>
    (values, slopes, { first }) => {
      for (let i = 0; i < values.length; i++) {
        const step = learningRate * slopes[i]
        first[i] = momentum * first[i] - step
        values[i] += momentum * first[i] - step
      }
    }
}

function rmsprop(): MakeUpdate {
  return (learningRate) =>
    (values, slopes, { second }) => {
      for (let i = 0; i < values.length; i++) {
        second[i] = 0.9 * second[i] + 0.1 * slopes[i] * slopes[i]
        values[i] -= (learningRate * slopes[i]) / (Math.sqrt(second[i]) + 1e-7)
      }
    }
}
