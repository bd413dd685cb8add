import { expect, test } from 'vitest'
import { layerPictures } from './layerPictures'
import type { Surface } from './surface'
import { paintOf, viewOf, wordsOf } from './surfaceCells'

const axis = (name: string) => ({ name, low: 0, high: 1 })
const surface: Surface = {
  axes: [axis('a'), axis('b')],
  grids: [{ x: 0, y: 1, size: 2, cells: [1, 2, 3, 4] }],
  points: [],
  fixed: 0,
}

test('a pair is read from its grid whichever feature lies across', () => {
  expect(viewOf(surface, 0, 1)?.cellAt(1, 0)).toBe(2)
  expect(viewOf(surface, 1, 0)?.cellAt(1, 0)).toBe(3)
  expect(viewOf(surface, 0, 0)).toBeNull()
})

test('a cell says its class with the chance, or its value, and is paler where the model is less sure', () => {
  expect(wordsOf(20, ['no', 'yes'])).toBe('no, 0.800')
  expect(wordsOf(180, ['x', 'y', 'z'])).toBe('y, 0.800')
  expect(wordsOf(null, [])).toBe('no answer')
  expect(paintOf(90, 2, [0, 1])!.weight).toBeGreaterThan(paintOf(55, 2, [0, 1])!.weight)
  expect(paintOf(1, 0, [0, 10])!.variable).toBe('--cell-against')
  expect(paintOf(null, 2, [0, 1])).toBeNull()
})

test('the picture of a layer holds its weights by input and unit, and cuts what is wide', () => {
  const wide = new Float32Array(100 * 100).fill(0.5)
  const weights = {
    ...{ inputs: 2, units: [100, 100, 1], activations: ['relu', 'tanh'] },
    kernels: [Float32Array.from({ length: 200 }, (_, i) => i - 100), wide, new Float32Array(100)],
    biases: [new Float32Array(100), new Float32Array(100), new Float32Array(1)],
  }
  const [first, second, last] = layerPictures({ weights: weights as never, features: ['a', 'b'] })
  expect(first.names).toEqual(['a', 'b'])
  expect(first.heat.values[first.heat.columns]).toBe(0)
  expect(first.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(200)
  expect(second.heat.rows * second.heat.columns).toBeLessThanOrEqual(8000 / 3)
  expect(last).toMatchObject({ activation: null, units: 1, deviation: 0 })
})
