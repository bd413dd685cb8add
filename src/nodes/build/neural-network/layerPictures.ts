import type { NetworkWeights } from '@/ml/network/network'
import { inputsOf } from '@/ml/network/network'
import type { Model } from '@/values/model'

/** The weights between two layers, for looking at. */
export interface LayerPicture {
  inputs: number
  units: number
  /** Of the units; null for the output. */
  activation: string | null
  normalised: boolean
  mean: number
  deviation: number
  /** Over all weights, from −`reach` to `reach`. */
  histogram: { reach: number; counts: number[] }
  /** The first rows and columns: from each input to each unit, to four digits. */
  heat: { rows: number; columns: number; values: number[] }
  /** Names of the first inputs; null where they are units of the layer before. */
  names: string[] | null
  /** One a unit, as many as there are columns. */
  biases: number[]
}

const bins = 21
/** At most so many numbers in all, so that what travels stays small. */
const mostCells = 8000
const mostSide = 64

export function layerPictures({ weights, features }: Pick<Model, 'weights' | 'features'>): LayerPicture[] {
  const network = weights as NetworkWeights
  const side = Math.min(mostSide, Math.floor(Math.sqrt(mostCells / network.units.length)))
  const gains = (network as { gains?: Float32Array[] }).gains
  return network.units.map((units, layer) => {
    const inputs = inputsOf(network, layer)
    const columns = Math.min(side, units)
    return {
      ...{ inputs, units, activation: network.activations[layer] ?? null },
      normalised: (gains?.[layer]?.length ?? 0) > 0,
      ...momentsOf(network.kernels[layer]),
      histogram: histogramOf(network.kernels[layer]),
      heat: heatOf(network.kernels[layer], { inputs, units, side }),
      names: layer === 0 ? features.slice(0, Math.min(side, inputs)) : null,
      biases: Array.from(network.biases[layer].subarray(0, columns), short),
    }
  })
}

const short = (value: number): number => Number(value.toPrecision(4))

function momentsOf(values: Float32Array): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean: short(mean), deviation: short(Math.sqrt(squares / values.length)) }
}

function histogramOf(values: Float32Array): LayerPicture['histogram'] {
  const reach = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1
  const counts = new Array<number>(bins).fill(0)
  for (const value of values) counts[Math.min(bins - 1, Math.floor(((value + reach) / (2 * reach)) * bins))]++
  return { reach: short(reach), counts }
}

function heatOf(
  kernel: Float32Array,
  { inputs, units, side }: { inputs: number; units: number; side: number },
): LayerPicture['heat'] {
  const rows = Math.min(side, inputs)
  const columns = Math.min(side, units)
  const values = Array.from({ length: rows * columns }, (_, cell) =>
    short(kernel[Math.floor(cell / columns) * units + (cell % columns)]),
  )
  return { rows, columns, values }
}
