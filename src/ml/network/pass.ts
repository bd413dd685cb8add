import { failStep } from '@/contract/errors'
import { openKernel, type Block, type Kernel } from './kernel/kernel'
import { outputLoss, type Head } from './loss'
import { allParameters, inputsOf, mapParameters, type Activation, type Network } from './network'
import { descendNorm, normaliseBatch, normaliseRunning, type Norm } from './normalise'

/** Some rows to learn from. */
export interface Batch {
  x: Float32Array
  truth: Float32Array
  /** Dropout: per hidden layer `rows × units` factors, 0 or 1 / (1 − rate), or null; null without dropout. */
  masks: (Float32Array | null)[] | null
}

/** Slopes of the loss along every parameter, shaped like the network's own; good until the next batch. */
export interface Gradients {
  loss: number
  /** Raw outputs of the batch, with dropout and the batch's own statistics. */
  outputs: Float32Array
  kernels: Float32Array[]
  biases: Float32Array[]
  gains: Float32Array[]
}

/** A network in the memory of the kernel, which computes with it. */
export interface Pass {
  /** Its arrays lie in that memory: changing them changes what is computed. */
  network: Network
  /** One forward and one backward pass; moves the running statistics. */
  gradients(batch: Batch): Gradients
  /** Raw outputs of the rows, `rows × outputs`, as in scoring. */
  outputs(x: Float32Array): Float32Array
}

/** Codes of kernel.as. */
const codes: Record<Activation, number> = { linear: 0, relu: 1, tanh: 2, sigmoid: 3, 'leaky-relu': 4, elu: 5 }

/** Blocks of one layer: what enters it, its sums (then outputs), their slopes, and what it needs on the way. */
interface Layer {
  inputs: number
  units: number
  /** 0 for none. */
  code: number
  kernel: Block
  bias: Block
  norm: Norm | null
  input: Block
  output: Block
  /** The outputs after dropout. */
  kept: Block
  mask: Block
  scaled: Block
  delta: Block
  turned: Block
  slopes: { kernel: Block; bias: Block; gain: Block }
}

/** How many rows are scored at a time. */
const scoredAtOnce = 512

export interface PassOptions {
  head: Head
  /** Rows of the largest batch. */
  rows: number
  /** Whether batches come with masks. */
  drops: boolean
  /** Weight of the rows of each class; all 1 where absent. */
  classWeights?: Float64Array | null
}

/**
 * Takes a network into the kernel's memory, with room for batches of so many rows.
 *
 * @throws StepFailure `parameter` where a batch would not fit into memory
 */
export function openPass(network: Network, { head, rows, drops, classWeights }: PassOptions): Pass {
  const { kernel, layers, live } = layOut(network, Math.max(rows, scoredAtOnce), drops)
  const first = layers[0]
  const last = layers[layers.length - 1]
  const slopes = (name: 'kernel' | 'bias' | 'gain') => layers.map((layer) => layer.slopes[name].values)
  const gradients = { kernels: slopes('kernel'), biases: slopes('bias'), gains: slopes('gain') }
  return {
    network: live,
    gradients({ x, truth, masks }) {
      const count = truth.length
      first.input.values.set(x)
      const norms = layers.map((layer, i) => forward(kernel, layer, { count, mask: masks?.[i] ?? null }))
      const outputs = last.output.values.subarray(0, count * last.units)
      const { loss, delta } = outputLoss(head, outputs, truth, classWeights)
      last.delta.values.set(delta)
      for (let i = layers.length - 1; i >= 0; i--) {
        backward(kernel, layers[i], norms[i], count)
        if (i > 0) descend(kernel, layers[i], layers[i - 1], { count, masked: Boolean(masks?.[i - 1]) })
      }
      return { loss, outputs, ...gradients }
    },
    outputs(x) {
      const total = x.length / network.inputs
      const out = new Float32Array(total * last.units)
      for (let start = 0; start < total; start += scoredAtOnce) {
        const count = Math.min(scoredAtOnce, total - start)
        first.input.values.set(x.subarray(start * network.inputs, (start + count) * network.inputs))
        for (const layer of layers) forward(kernel, layer, { count, mask: null, scoring: true })
        out.set(last.output.values.subarray(0, count * last.units), start * last.units)
      }
      return out
    },
  }
}

/** Sums, normalisation, activation, dropout. @returns 1 / deviations of the batch where it is normalised */
function forward(
  kernel: Kernel,
  layer: Layer,
  { count, mask, scoring = false }: { count: number; mask: Float32Array | null; scoring?: boolean },
): Float64Array | null {
  const { inputs, units, input, output, norm } = layer
  // The bias of a normalised layer comes after its normalisation.
  const bias = norm ? 0 : layer.bias.at
  kernel.product(input.at, 4 * inputs, 4, layer.kernel.at, bias, output.at, count, inputs, units)
  const sums = output.values.subarray(0, count * units)
  let perDeviation: Float64Array | null = null
  if (norm && scoring) normaliseRunning(sums, norm)
  else if (norm) perDeviation = normaliseBatch(sums, layer.scaled.values, norm)
  activateSums(kernel, layer, count)
  if (mask) {
    layer.mask.values.set(mask)
    kernel.times(output.at, layer.mask.at, layer.kept.at, count * units)
  } else if (layer.kept !== output) layer.kept.values.set(sums)
  return perDeviation
}

const activateSums = (kernel: Kernel, { code, output, units }: Layer, count: number): void => {
  if (code > 0) kernel.activate(code, output.at, count * units)
}

/** Slopes along the parameters of a layer from those along its sums: inputsᵀ · delta, and the sums of delta. */
function backward(kernel: Kernel, layer: Layer, perDeviation: Float64Array | null, count: number): void {
  const { inputs, units, input, delta, norm, slopes } = layer
  if (norm && perDeviation)
    descendNorm(
      delta.values.subarray(0, count * units),
      layer.scaled.values,
      { gain: norm.gain, perDeviation },
      { gain: slopes.gain.values, bias: slopes.bias.values },
    )
  else kernel.sums(delta.at, count, units, slopes.bias.at)
  kernel.product(input.at, 4, 4 * inputs, delta.at, 0, slopes.kernel.at, inputs, count, units)
}

/** Slopes along the sums of the layer below: delta · kernelᵀ, through dropout and activation. */
function descend(
  kernel: Kernel,
  { inputs, units, kernel: { at }, turned, delta }: Layer,
  below: Layer,
  { count, masked }: { count: number; masked: boolean },
): void {
  kernel.turn(at, inputs, units, turned.at)
  kernel.product(delta.at, 4 * units, 4, turned.at, 0, below.delta.at, count, units, inputs)
  if (masked) kernel.times(below.delta.at, below.mask.at, below.delta.at, count * inputs)
  if (below.code > 0) kernel.descend(below.code, below.output.at, below.delta.at, count * inputs)
}

/** Blocks for everything, in one memory, and the network's parameters put into theirs. */
function layOut(network: Network, rows: number, drops: boolean) {
  const counts = [
    rows * network.inputs,
    ...network.units.flatMap((units, i) => countsOf(network, i, { all: rows * units, drops })),
    ...allParameters(network).map((values) => values.length),
  ]
  const { kernel, blocks } = open(counts)
  const next = () => blocks.shift() as Block
  let input = next()
  const places = network.units.map(() => {
    const place = takePlace(next)
    const own = { ...place, input, kept: drops ? place.kept : place.output }
    input = own.kept
    return own
  })
  const byValues = new Map<Float32Array, Block>()
  const live = mapParameters(network, (values) => {
    const block = next()
    block.values.set(values)
    byValues.set(block.values, block)
    return block.values
  })
  const layers = places.map((place, i): Layer => ({
    ...place,
    inputs: inputsOf(network, i),
    units: network.units[i],
    code: i < network.activations.length ? codes[network.activations[i]] : 0,
    kernel: byValues.get(live.kernels[i]) as Block,
    bias: byValues.get(live.biases[i]) as Block,
    norm: normOf(live, i),
  }))
  return { kernel, layers, live }
}

/** Sizes of the blocks that `takePlace` takes, in its order. */
function countsOf(network: Network, i: number, { all, drops }: { all: number; drops: boolean }): number[] {
  const dropped = drops ? all : 0
  const units = network.units[i]
  const weights = inputsOf(network, i) * units
  const gains = network.gains[i].length
  return [all, dropped, dropped, gains > 0 ? all : 0, all, weights, weights, units, gains]
}

const takePlace = (next: () => Block) => ({
  output: next(),
  kept: next(),
  mask: next(),
  scaled: next(),
  delta: next(),
  turned: next(),
  slopes: { kernel: next(), bias: next(), gain: next() },
})

function normOf({ gains, biases, means, variances }: Network, i: number): Norm | null {
  if (gains[i].length === 0) return null
  return { gain: gains[i], bias: biases[i], mean: means[i], variance: variances[i] }
}

function open(counts: number[]) {
  try {
    return openKernel(counts)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return failStep({
      kind: 'parameter',
      parameter: 'Batch size',
      problem: 'so many rows at once do not fit into memory with layers of this size',
      advice: 'Choose smaller batches, or fewer units.',
    })
  }
}
