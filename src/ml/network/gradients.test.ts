import { beforeAll, expect, test } from 'vitest'
import { makeRandom } from '@/base/random'
import { tensorCount } from '../tensor/memory'
import { startTestBackend } from '../tensor/testing'
import { drawMasks } from './batches'
import { forward } from './forward'
import { outputLoss, type Head } from './loss'
import { activations, makeNetwork } from './network'
import { computeGradients, type Batch } from './step'

beforeAll(startTestBackend)

const random = makeRandom(5)
const x = Float32Array.from({ length: 6 * 3 }, () => random.normal())
const truths: Record<Head, Float32Array> = {
  value: Float32Array.from({ length: 6 }, () => random.normal()),
  binary: Float32Array.from([0, 1, 1, 0, 1, 0]),
  softmax: Float32Array.from([0, 1, 2, 3, 1, 0]),
}

/** Slope along one parameter by central differences. */
function numericSlope(values: Float32Array, i: number, loss: () => number): number {
  const kept = values[i]
  const step = 1e-3
  values[i] = kept + step
  const above = loss()
  values[i] = kept - step
  const below = loss()
  values[i] = kept
  return (above - below) / (2 * step)
}

for (const head of ['value', 'binary', 'softmax'] as const) {
  for (const activation of activations) {
    test(`gradients equal differences of the loss: ${head}, ${activation}`, () => {
      const hidden = [5, 4].map((units) => ({ units, activation }))
      const network = makeNetwork(3, hidden, head === 'softmax' ? 4 : 1, 2)
      network.biases.forEach((bias) => bias.forEach((_, i) => (bias[i] = 0.3 * random.normal())))
      const batch: Batch = { x, truth: truths[head], masks: null }
      const loss = () => outputLoss(head, forward(network, x), truths[head]).loss
      const found = computeGradients(network, batch, head)
      expect(found.loss).toBeCloseTo(loss(), 6)
      for (const name of ['kernels', 'biases'] as const)
        network[name].forEach((values, layer) =>
          values.forEach((_, i) => {
            expect(found[name][layer][i]).toBeCloseTo(numericSlope(values, i, loss), 2)
          }),
        )
    })
  }
}

test('dropped units get no slope, and the others the enlarged one', () => {
  const network = makeNetwork(3, [{ units: 4, activation: 'tanh' }], 1, 2)
  const masks = [Float32Array.from({ length: 24 }, (_, i) => (i % 4 === 1 ? 0 : 2))]
  const { kernels } = computeGradients(network, { x, truth: truths.value, masks }, 'value')
  const doubled = {
    ...network,
    kernels: [network.kernels[0], network.kernels[1].map((value, i) => (i === 1 ? 0 : 2 * value))],
  }
  const plain = computeGradients(doubled, { x, truth: truths.value, masks: null }, 'value')
  expect(kernels[0].filter((_, i) => i % 4 === 1).every((value) => value === 0)).toBe(true)
  kernels[0].forEach((value, i) => expect(value).toBeCloseTo(plain.kernels[0][i], 5))
})

test('dropout keeps the mean: about the given share is 0, the rest is enlarged', () => {
  const [mask] = drawMasks(makeRandom(1), 0.25, 1000, [10]) as Float32Array[]
  const dropped = mask.filter((value) => value === 0).length / mask.length
  expect(dropped).toBeCloseTo(0.25, 2)
  expect(mask.find((value) => value > 0)).toBeCloseTo(4 / 3, 6)
})

test('a step leaves no tensor behind', () => {
  const network = makeNetwork(3, [{ units: 4, activation: 'relu' }], 1, 2)
  const before = tensorCount()
  computeGradients(network, { x, truth: truths.value, masks: null }, 'value')
  expect(tensorCount()).toBe(before)
})
