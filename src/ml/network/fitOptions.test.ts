import { expect, test } from 'vitest'
import { matrixOf } from '../tensor/testing'
import { batchEnds } from './batches'
import type { NetworkParams } from './fitNetwork'
import reference from './fitNetwork.reference.json'
import type { HiddenLayer, Network } from './network'
import { predictNetwork } from './predictNetwork'
import { fit, mean, scoreOf } from './testing'

const normed: HiddenLayer[] = [
  { units: 16, activation: 'relu', batchNorm: true, dropout: 0.1 },
  { units: 8, activation: 'elu', batchNorm: true, dropout: 0 },
]

test('every new option learns: normalised layers, penalties, AdamW, Nesterov, schedules, bounded gradients', async () => {
  for (const params of [
    { layers: normed },
    { l1Penalty: 1e-4, l2Penalty: 1e-3 },
    { optimiser: 'adamw', schedule: 'cosine' },
    { optimiser: 'sgd', nesterov: true, learningRate: 0.05, schedule: 'step', decayEpochs: 40 },
    { clipNorm: 0.5, schedule: 'plateau' },
    { layers: [{ units: 16, activation: 'leaky-relu' }], schedule: 'exponential', decayFactor: 0.98 },
  ] as Partial<NetworkParams>[])
    expect((await scoreOf(reference.softmax, 3, params)).accuracy).toBeGreaterThan(0.93)
})

test('a penalty keeps weights small, L1 most of them at nearly nothing', async () => {
  const sizes = async (params: Partial<NetworkParams>) => {
    const { kernels } = await fit(reference.value, 0, params)
    return kernels.flatMap((values) => [...values].map(Math.abs))
  }
  const [free, l1, l2] = [await sizes({}), await sizes({ l1Penalty: 0.03 }), await sizes({ l2Penalty: 0.03 })]
  expect(mean(l2)).toBeLessThan(mean(free) / 1.5)
  const nearNothing = (values: number[]) => values.filter((value) => value < 0.01).length
  expect(nearNothing(l1)).toBeGreaterThan(nearNothing(free) + 10)
})

test('the running mean and variance are those of the sums, and travel with the weights', async () => {
  const weights = await fit(reference.value, 0, {
    layers: [{ units: 4, activation: 'linear', batchNorm: true }],
    learningRate: 1e-7,
    epochs: 40,
  })
  const { means, variances, kernels } = weights as unknown as Network
  const sums = reference.value.x.map(([a, b]) => a * kernels[0][0] + b * kernels[0][4])
  const average = mean(sums)
  expect(means[0][0]).toBeCloseTo(average, 1)
  expect(variances[0][0] / mean(sums.map((sum) => (sum - average) ** 2))).toBeCloseTo(1, 0)
})

test('balanced classes: the rare one is found more often, and equal classes change nothing', async () => {
  const { x, y } = reference.binary
  const rare = {
    x: x.filter((_, i) => y[i] === 0 || i % 8 === 0),
    y: y.filter((c, i) => c === 0 || i % 8 === 0),
  }
  const found = async (classWeights: 'none' | 'balanced') => {
    const weights = await fit(rare, 2, { classWeights, epochs: 15 })
    const { values } = predictNetwork(weights, matrixOf(rare.x), 2)
    return mean(rare.y.flatMap((code, row) => (code === 1 ? [values[2 * row + 1]] : [])))
  }
  expect(await found('balanced')).toBeGreaterThan((await found('none')) + 0.1)
  const even = { x: x.slice(), y: x.map((_, i) => i % 2) }
  const kernels = async (classWeights: 'none' | 'balanced') =>
    (await fit(even, 2, { classWeights, epochs: 2 })).kernels
  expect(await kernels('balanced')).toEqual(await kernels('none'))
})

test('watching a metric changes no weight, and keeps a value for each epoch', async () => {
  const plain = await fit(reference.binary, 2, { patience: 3, epochs: 8 })
  const watched = await fit(reference.binary, 2, { patience: 3, epochs: 8, watch: 'accuracy' })
  const { metric, trainingMetric, validationMetric, ...rest } = watched
  expect(rest).toEqual(plain)
  expect(metric).toBe('accuracy')
  for (const curve of [trainingMetric, validationMetric] as Float64Array[]) {
    expect(curve.length).toBe(plain.loss.length)
    expect(curve.every((value) => value > 0 && value <= 1)).toBe(true)
  }
})

test('batch normalisation needs two rows in every batch: a last one of one row joins its neighbour', async () => {
  const layers = normed
  const single = { x: [[1]], y: [1] }
  await expect(fit(single, 0, { layers })).rejects.toMatchObject({
    reason: { kind: 'too-few-rows', needed: 2, found: 1 },
  })
  await expect(fit(reference.value, 0, { layers, batchSize: 1 })).rejects.toMatchObject({
    reason: { kind: 'parameter', parameter: 'Batch size' },
  })
  expect(batchEnds(65, 32, true)).toEqual([32, 65])
  expect(batchEnds(65, 32, false)).toEqual([32, 64, 65])
  expect(batchEnds(66, 32, true)).toEqual([32, 64, 66])
  const weights = await fit(reference.value, 0, { layers, batchSize: 199, epochs: 3 })
  expect(weights.loss.every(Number.isFinite)).toBe(true)
})

test('batches that do not fit into memory are a named error', async () => {
  const layers: HiddenLayer[] = Array.from({ length: 8 }, () => ({ units: 512, activation: 'relu' }))
  const rows = Array.from({ length: 65_536 }, (_, i) => [i])
  const failure = fit({ x: rows, y: rows.map(([i]) => i) }, 0, { layers, dropout: 0.1, batchSize: 65_536 })
  await expect(failure).rejects.toMatchObject({ reason: { kind: 'parameter', parameter: 'Batch size' } })
})
