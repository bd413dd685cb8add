import { expect, test } from 'vitest'
import reference from './optimiser.reference.json'
import { makeOptimiser, type OptimiserParams } from './optimiser'
import { rateAt, type ScheduleParams } from './schedule'

const params: OptimiserParams = {
  optimiser: 'adam',
  learningRate: 0.1,
  momentum: 0.9,
  nesterov: false,
  weightDecay: 0.05,
}

const groupsOf = (values: readonly number[]) => ({
  kernels: [Float32Array.from(values)],
  biases: [Float32Array.from(values)],
  gains: [Float32Array.from(values)],
})

test.each([
  ['adam', {}],
  ['adamw', { optimiser: 'adamw' }],
  ['sgd', { optimiser: 'sgd' }],
  ['nesterov', { optimiser: 'sgd', nesterov: true }],
  ['rmsprop', { optimiser: 'rmsprop' }],
] as const)('steps of %s go where its formula leads; only kernels decay', (name, own) => {
  const network = groupsOf(reference.start)
  const optimise = makeOptimiser(network, { ...params, ...own })
  for (const slopes of reference.slopes) optimise(network, groupsOf(slopes), 0.1)
  reference.ends[name].forEach((value, i) => expect(network.kernels[0][i]).toBeCloseTo(value, 5))
  const undecayed = reference.ends[name === 'adamw' ? 'adam' : name]
  for (const { biases, gains } of [network])
    for (const values of [...biases, ...gains])
      undecayed.forEach((value, i) => expect(values[i]).toBeCloseTo(value, 5))
})

const schedule: ScheduleParams = {
  learningRate: 0.1,
  schedule: 'constant',
  decayFactor: 0.5,
  decayEpochs: 4,
  epochs: 20,
}

test.each(['constant', 'step', 'exponential', 'cosine'] as const)('learning rates over time: %s', (name) => {
  reference.rates[name].forEach((value, epoch) =>
    expect(rateAt({ ...schedule, schedule: name }, epoch + 1, [])).toBeCloseTo(value, 12),
  )
})

test('the rate is cut each time the loss has not become smaller for as many epochs as given', () => {
  const rates = (losses: number[]) =>
    losses.map((_, i) =>
      rateAt({ ...schedule, schedule: 'plateau', decayEpochs: 2 }, i + 2, losses.slice(0, i + 1)),
    )
  expect(rates([3, 2, 2, 2, 2, 2])).toEqual([0.1, 0.1, 0.1, 0.05, 0.05, 0.025])
  expect(rates([3, 2, 4, 1, 4, 4])).toEqual([0.1, 0.1, 0.1, 0.1, 0.1, 0.05])
})
