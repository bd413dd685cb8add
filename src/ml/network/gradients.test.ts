import { expect, test } from 'vitest'
import { makeRandom } from '@/base/random'
import { drawMasks } from './batches'
import { outputLoss, type Head } from './loss'
import { activations, makeNetwork, mapParameters, type HiddenLayer, type Network } from './network'
import { openPass, type Batch } from './pass'
import { addPenalty, clip } from './penalty'

const random = makeRandom(5)
const rows = 6
const x = Float32Array.from({ length: rows * 3 }, () => random.normal())
const truths: Record<Head, Float32Array> = {
  value: Float32Array.from({ length: rows }, () => random.normal()),
  binary: Float32Array.from([0, 1, 1, 0, 1, 0]),
  softmax: Float32Array.from([0, 1, 2, 3, 1, 0]),
}
const widths: Record<Head, number> = { value: 1, binary: 1, softmax: 4 }

interface Case {
  head: Head
  layers: HiddenLayer[]
  masks?: Batch['masks']
  classWeights?: Float64Array
}

function open({ head, layers, masks = null, classWeights }: Case) {
  const network = makeNetwork(3, layers, widths[head], 2)
  const noise = makeRandom(9)
  for (const values of [...network.biases, ...network.gains])
    values.forEach((value, i) => (values[i] = value + 0.3 * noise.normal()))
  const pass = openPass(network, { head, rows, drops: masks !== null, classWeights })
  return { pass, batch: { x, truth: truths[head], masks } }
}

const kept = (found: ReturnType<ReturnType<typeof openPass>['gradients']>) => ({
  ...{ loss: found.loss, kernels: found.kernels.map((values) => values.slice()) },
  biases: found.biases.map((values) => values.slice()),
  gains: found.gains.map((values) => values.slice()),
})

/** Slope along one parameter by central differences. */
function numericSlope(values: Float32Array, i: number, loss: () => number): number {
  const held = values[i]
  const step = 2 ** -9
  values[i] = held + step
  const above = loss()
  values[i] = held - step
  const below = loss()
  values[i] = held
  return (above - below) / (2 * step)
}

/** The passes keep running statistics, which no loss of a batch depends on. */
function expectSlopes(given: Case): void {
  const { pass, batch } = open(given)
  const found = kept(pass.gradients(batch))
  const loss = () => pass.gradients(batch).loss
  for (const name of ['kernels', 'biases', 'gains'] as const)
    pass.network[name].forEach((values, layer) =>
      values.forEach((_, i) => {
        expect(found[name][layer][i]).toBeCloseTo(numericSlope(values, i, loss), 2)
      }),
    )
}

const hidden = (layer: Omit<HiddenLayer, 'units'>): HiddenLayer[] =>
  [5, 4].map((units) => ({ units, ...layer }))

for (const head of ['value', 'binary', 'softmax'] as const) {
  test.each(activations)(`gradients equal differences of the loss: ${head}, %s`, (activation) => {
    expectSlopes({ head, layers: hidden({ activation }) })
  })

  test(`gradients equal differences of the loss: ${head}, batch normalisation`, () => {
    expectSlopes({ head, layers: hidden({ activation: 'tanh', batchNorm: true }) })
    expectSlopes({
      head,
      layers: [...hidden({ activation: 'elu', batchNorm: true }), ...hidden({ activation: 'tanh' })],
    })
  })

  test(`gradients equal differences of the loss: ${head}, dropout of one layer after normalisation`, () => {
    const masks = [Float32Array.from({ length: rows * 5 }, (_, i) => (i % 3 === 1 ? 0 : 1.5)), null]
    expectSlopes({ head, layers: hidden({ activation: 'tanh', batchNorm: true }), masks })
    expectSlopes({ head, layers: hidden({ activation: 'sigmoid' }), masks })
  })
}

test.each([
  ['binary', [0.5, 3]],
  ['softmax', [0.5, 3, 1, 2]],
] as const)('gradients equal differences of the loss: %s, weighted classes', (head, weights) => {
  const classWeights = Float64Array.from(weights)
  expectSlopes({ head, layers: hidden({ activation: 'tanh' }), classWeights })
  // A weight counts as often as the row would.
  const outputs = Float32Array.from({ length: rows * widths[head] }, () => random.normal())
  const heavy = outputLoss(head, outputs, truths[head], new Float64Array(4).fill(2))
  const plain = outputLoss(head, outputs, truths[head])
  expect(heavy.loss).toBeCloseTo(2 * plain.loss, 12)
  heavy.delta.forEach((value, i) => expect(value).toBeCloseTo(2 * plain.delta[i], 6))
})

test('penalties: gradients equal differences of loss and penalty, over kernels alone', () => {
  const l1 = 0.3
  const l2 = 0.7
  const { pass, batch } = open({ head: 'value', layers: hidden({ activation: 'tanh' }) })
  const gradients = pass.gradients(batch)
  addPenalty(gradients, pass.network, { l1Penalty: l1, l2Penalty: l2 })
  const found = kept(gradients)
  const size = (values: number[]) => values.reduce((sum, w) => sum + l1 * Math.abs(w) + (l2 / 2) * w * w, 0)
  const loss = () => pass.gradients(batch).loss + size(pass.network.kernels.flatMap((values) => [...values]))
  for (const name of ['kernels', 'biases'] as const)
    pass.network[name].forEach((values, layer) =>
      values.forEach((_, i) => {
        expect(found[name][layer][i]).toBeCloseTo(numericSlope(values, i, loss), 2)
      }),
    )
})

test('clipping shortens all slopes by one factor, and only where they are too long', () => {
  const gradients = () => ({
    ...{ kernels: [Float32Array.of(3, 0)], biases: [Float32Array.of(4)], gains: [Float32Array.of(12)] },
  })
  const [short, long] = [gradients(), gradients()]
  clip(short, 13)
  expect(short).toEqual(gradients())
  clip(long, 6.5)
  expect(long).toEqual({
    ...{ kernels: [Float32Array.of(1.5, 0)], biases: [Float32Array.of(2)], gains: [Float32Array.of(6)] },
  })
})

test('dropped units get no slope, and the others the enlarged one', () => {
  const layers: HiddenLayer[] = [{ units: 4, activation: 'tanh' }]
  const masks = [Float32Array.from({ length: 24 }, (_, i) => (i % 4 === 1 ? 0 : 2))]
  const { pass, batch } = open({ head: 'value', layers, masks })
  const { kernels } = kept(pass.gradients(batch))
  const doubled: Network = mapParameters(pass.network, (values, name, layer) =>
    name === 'kernels' && layer === 1 ? values.map((value, i) => (i === 1 ? 0 : 2 * value)) : values,
  )
  const plain = openPass(doubled, { head: 'value', rows, drops: false }).gradients({ ...batch, masks: null })
  expect(kernels[0].filter((_, i) => i % 4 === 1).every((value) => value === 0)).toBe(true)
  kernels[0].forEach((value, i) => expect(value).toBeCloseTo(plain.kernels[0][i], 5))
})

test('dropout keeps the mean: about the given share is 0, the rest is enlarged', () => {
  const [mask, none] = drawMasks(makeRandom(1), [0.25, 0], 1000, [10, 10]) ?? []
  const dropped = mask!.filter((value) => value === 0).length / mask!.length
  expect(dropped).toBeCloseTo(0.25, 2)
  expect(mask!.find((value) => value > 0)).toBeCloseTo(4 / 3, 6)
  expect(none).toBeNull()
})
