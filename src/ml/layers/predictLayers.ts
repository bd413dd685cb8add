import type { Matrix } from '@/contract/catalog'
import type { Scores } from '@/values/model'
import { activate } from './activate'
import { layersOf, type Layer, type LayersWeights } from './types'

/** Scores of an imported network, in float64 and one row at a time: the same bits for one row as for many. */
export function predictLayers(weights: LayersWeights, x: Matrix, classes: number): Scores {
  const layers = layersOf(weights)
  const width = Math.max(1, classes)
  const values = new Float64Array(x.rows * width)
  for (let row = 0; row < x.rows; row++) {
    const out = outputsOf(layers, x.values.slice(row * x.columns, (row + 1) * x.columns))
    if (classes === 2 && out.length === 1) values.set([1 - out[0], out[0]], row * width)
    else values.set(out, row * width)
  }
  return { rows: x.rows, width, values }
}

function outputsOf(layers: readonly Layer[], input: Float64Array): Float64Array {
  let values = input
  for (const layer of layers) {
    if (layer.kind === 'dense') values = dense(values, layer)
    else if (layer.kind === 'activation') activate(values, layer.name, layer.alpha)
    else for (let i = 0; i < values.length; i++) values[i] = values[i] * layer.scale[i] + layer.shift[i]
  }
  return values
}

function dense(input: Float64Array, { units, kernel, bias }: Layer & { kind: 'dense' }): Float64Array {
  const out = Float64Array.from(bias)
  for (let i = 0, at = 0; i < input.length; i++) {
    const value = input[i]
    for (let unit = 0; unit < units; unit++) out[unit] += value * kernel[at++]
  }
  return out
}
