import { expect, test } from 'vitest'
import type { JsonObject } from '@/base/json'
import { StepFailure } from '@/contract/errors'
import { predictLayers } from './predictLayers'
import { readLayers } from './readLayers'
import reference from './layers.reference.json'

type Name = keyof typeof reference

const fileOf = (name: Name) => structuredClone(reference[name].file) as unknown as JsonObject
const bytesOf = (name: Name) => Uint8Array.from(Buffer.from(reference[name].weights, 'base64'))
const matrixOf = (x: number[][]) => ({
  rows: x.length,
  columns: x[0].length,
  values: Float64Array.from(x.flat()),
})

/** What a model says that cannot be read, in words. */
function refusal(content: JsonObject, bytes: Uint8Array): string {
  try {
    readLayers(content, bytes)
  } catch (error) {
    if (error instanceof StepFailure && error.reason.kind === 'bad-file') return error.reason.problem
    throw error
  }
  return ''
}

test.each([
  ['classes', 3],
  ['deep', 0],
] as const)('the model “%s” answers as TensorFlow.js does', (name, classes) => {
  const { weights } = readLayers(fileOf(name), bytesOf(name))
  const { values } = predictLayers(weights, matrixOf(reference[name].x), classes)
  const expected = reference[name].y.flat()
  expect(values).toHaveLength(expected.length)
  values.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(2e-6))
})

test('a single unit with a sigmoid gives the chance of the second class', () => {
  const { weights, ending } = readLayers(fileOf('two'), bytesOf('two'))
  expect(ending).toBe('sigmoid')
  const { values } = predictLayers(weights, matrixOf(reference.two.x), 2)
  reference.two.y.forEach(([chance], row) => {
    expect(values[2 * row + 1]).toBeCloseTo(chance, 6)
    expect(values[2 * row] + values[2 * row + 1]).toBe(1)
  })
})

test('one row alone gets the same bits as among others', () => {
  const { weights } = readLayers(fileOf('classes'), bytesOf('classes'))
  const { x } = reference.classes
  const all = predictLayers(weights, matrixOf(x), 3).values
  x.forEach((row, i) =>
    expect(predictLayers(weights, matrixOf([row]), 3).values).toEqual(all.slice(3 * i, 3 * i + 3)),
  )
})

test('a layer that cannot be used is named', () => {
  expect(refusal(fileOf('refused'), bytesOf('refused'))).toMatch(
    /^The layer “reshape_Reshape1” is of the kind Reshape/,
  )
})

test('weights of another model are refused by their size', () => {
  expect(refusal(fileOf('classes'), bytesOf('two'))).toMatch(/should have \d+ bytes, and the file has 16/)
})

test('quantized weights are brought back to their range', () => {
  const content = fileOf('two')
  const [group] = content.weightsManifest as { weights: JsonObject[] }[]
  group.weights[0].quantization = { dtype: 'uint8', scale: 0.5, min: -1 }
  const bytes = new Uint8Array([0, 2, 4, ...new Uint8Array(new Float32Array([0.25]).buffer)])
  const { weights } = readLayers(content, bytes)
  expect(weights.layers[0].kernel).toEqual(new Float32Array([-1, 0, 1]))
})

test('a branching model is refused where it branches', () => {
  const content = fileOf('deep')
  const { config } = content.modelTopology as {
    config: { layers: { name: string; inbound_nodes: unknown }[] }
  }
  config.layers.at(-1)!.inbound_nodes = [[['input1', 0, 0, {}]]]
  expect(refusal(content, bytesOf('deep'))).toMatch(/branches at the layer/)
})

test.each([
  ['a graph model', { format: 'graph-model', modelTopology: {} }, /graph model/],
  ['no layers', { modelTopology: { class_name: 'Sequential', config: { layers: [] } } }, /names no layers/],
  ['no topology', { modelTopology: 'text' }, /no description/],
])('%s is refused by name', (_name, content, words) => {
  expect(refusal(content as JsonObject, new Uint8Array(0))).toMatch(words)
})
