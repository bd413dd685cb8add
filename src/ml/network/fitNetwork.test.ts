import { expect, test } from 'vitest'
import type { StepFailure } from '@/contract/errors'
import { matrixOf, testPulse } from '../tensor/testing'
import { fitNetwork, type NetworkParams } from './fitNetwork'
import reference from './fitNetwork.reference.json'
import { activations, type HiddenLayer, type Network } from './network'
import { openPass } from './pass'
import { predictNetwork } from './predictNetwork'
import { dataOf, defaults, fit, mean, scoreOf } from './testing'

test('several classes and two classes are learned as well as by scikit-learn', async () => {
  for (const [name, classes] of [
    ['softmax', 3],
    ['binary', 2],
  ] as const) {
    const scores = []
    for (let seed = 1; seed <= 5; seed++) scores.push(await scoreOf(reference[name], classes, {}, seed))
    expect(mean(scores.map((score) => score.accuracy))).toBeGreaterThan(reference[name].accuracy - 0.015)
    expect(mean(scores.map((score) => score.loss))).toBeLessThan(reference[name].logLoss * 1.2)
  }
})

test('a numeric target far from 0 is learned as well as by scikit-learn, in its own units', async () => {
  const { x, y, r2 } = reference.value
  const { values } = predictNetwork(await fit(reference.value, 0), matrixOf(x), 0)
  const error = y.reduce((sum, value, i) => sum + (value - values[i]) ** 2, 0)
  const spread = y.reduce((sum, value) => sum + (value - mean(y)) ** 2, 0)
  expect(1 - error / spread).toBeGreaterThan(r2 - 0.02)
})

test('every optimiser and several layers with dropout learn', async () => {
  for (const params of [
    { optimiser: 'sgd', learningRate: 0.05 },
    { optimiser: 'rmsprop', learningRate: 0.005 },
    {
      layers: [
        { units: 12, activation: 'tanh' },
        { units: 8, activation: 'sigmoid' },
      ],
      dropout: 0.1,
    },
    { layers: [] },
  ] as Partial<NetworkParams>[])
    expect((await scoreOf(reference.softmax, 3, params)).accuracy).toBeGreaterThan(0.93)
})

test.each(activations.flatMap((activation) => [false, true].map((batchNorm) => ({ activation, batchNorm }))))(
  'scores in float64 equal those of the kernel to float32 precision: $activation, normalised: $batchNorm',
  async (shape) => {
    const layers: HiddenLayer[] = [{ units: 16, ...shape }]
    const weights = await fit(reference.value, 0, { epochs: 5, layers })
    const { x } = reference.value
    const empty = weights.units.map(() => new Float32Array(0))
    const network = { gains: empty, means: empty, variances: empty, ...weights } as unknown as Network
    const raw = openPass(network, { head: 'value', rows: 1, drops: false }).outputs(
      Float32Array.from(x.flat()),
    )
    const { values } = predictNetwork({ ...weights, targetMean: 0, targetScale: 1 }, matrixOf(x), 0)
    raw.forEach((value, row) => expect(value).toBeCloseTo(values[row], 5))
  },
)

test('the same seed gives the same bits, another seed does not', async () => {
  const params = { epochs: 3, dropout: 0.2 }
  const first = await fit(reference.softmax, 3, params)
  expect(await fit(reference.softmax, 3, params)).toEqual(first)
  const other = await fitNetwork(
    { ...dataOf(reference.softmax, 3), seed: 2 },
    { ...defaults, ...params },
    testPulse(),
  )
  expect(other.kernels).not.toEqual(first.kernels)
})

test('early stopping gives back the epoch with the smallest validation loss', async () => {
  const weights = await fit(reference.binary, 2, { patience: 4, epochs: 500, learningRate: 0.05 })
  const smallest = Math.min(...weights.validationLoss)
  expect(weights.stoppedEarly).toBe(true)
  expect(weights.validationLoss[weights.bestEpoch - 1]).toBe(smallest)
  expect(weights.loss.length).toBe(weights.bestEpoch + 4)
  const shorter = await fit(reference.binary, 2, {
    patience: 4,
    epochs: weights.bestEpoch,
    learningRate: 0.05,
  })
  expect(weights.kernels).toEqual(shorter.kernels)
})

test('validation rows decide when to stop and are never trained on', async () => {
  const { x, y } = reference.binary
  const validation = { x: matrixOf(x.slice(0, 50)), y: Float64Array.from(y.slice(0, 50)) }
  const training = dataOf({ x: x.slice(50), y: y.slice(50) }, 2)
  const with_ = await fitNetwork({ ...training, validation }, { ...defaults, epochs: 5 }, testPulse())
  const without = await fitNetwork(training, { ...defaults, epochs: 5 }, testPulse())
  expect(with_.kernels).toEqual(without.kernels)
  expect([with_.validationLoss.length, without.validationLoss.length]).toEqual([5, 0])
})

test('a learning rate that is far too large is a named error', async () => {
  for (const params of [{ learningRate: 1e12 }, { optimiser: 'sgd' as const, learningRate: 1e3 }]) {
    const failure = await fit(reference.value, 0, params).catch((error: unknown) => error)
    expect((failure as StepFailure).reason).toMatchObject({ kind: 'diverged' })
  }
})

test('values that float32 cannot hold are a named error', async () => {
  const failure = await fit({ x: [[1e308], [1]], y: [0, 1] }, 2).catch((error: unknown) => error)
  expect((failure as StepFailure).reason).toMatchObject({ kind: 'diverged' })
})

test('one class is a named error; one row and a constant target are learned', async () => {
  const failure = await fit({ x: [[1], [2]], y: [0, 0] }, 2).catch((error: unknown) => error)
  expect((failure as StepFailure).reason).toEqual({ kind: 'one-class', column: 'kind', className: 'class 0' })
  const one = await fit({ x: [[1]], y: [1e6] }, 0, { patience: 5 })
  expect(predictNetwork(one, matrixOf([[1]]), 0).values[0]).toBeCloseTo(1e6, -1)
})

test('progress shows the growing curve', async () => {
  const pulse = testPulse()
  await fitNetwork(dataOf(reference.softmax, 3), { ...defaults, epochs: 2 }, pulse)
  expect(pulse.reports[0]).toMatchObject({
    message: 'Epoch 1 of 2',
    live: { epoch: [], loss: [], validationLoss: [] },
  })
})

test('a cancel in the midst ends the training', async () => {
  const cancelled = fitNetwork(dataOf(reference.softmax, 3), { ...defaults, patience: 2 }, testPulse(20))
  await expect(cancelled).rejects.toThrow('Cancelled')
})
