import { beforeAll, describe, expect, test } from 'vitest'
import { makeRandom } from '@/base/random'
import type { TrainingData } from '@/contract/catalog'
import type { StepFailure } from '@/contract/errors'
import { matrixOf, startTestBackend, testPulse } from '../tensor/testing'
import type { Intervals } from './intervals'
import { fitLogisticModel, type LogisticModelParams } from './logisticModel'
import reference from './logisticModel.reference.json'
import { fitLogisticRegression } from './logisticRegression'
import { predictLogistic } from './predictLogistic'

beforeAll(startTestBackend)

const defaults: LogisticModelParams = {
  c: 1,
  maxIterations: 500,
  tolerance: 1e-6,
  regularisation: 'l2',
  l1Ratio: 0.5,
  classWeight: 'none',
  weights: [],
}

function dataOf(x: number[][], y: number[]): TrainingData {
  const classes = Array.from({ length: Math.max(...y) + 1 }, (_, i) => `class ${i}`)
  return {
    task: classes.length === 2 ? 'binary' : 'multiclass',
    features: [],
    x: matrixOf(x),
    y: Float64Array.from(y),
    classes,
    target: 'kind',
    validation: null,
    seed: 1,
  }
}

const fit = (x: number[][], y: number[], params: Partial<LogisticModelParams>) =>
  fitLogisticModel(dataOf(x, y), { ...defaults, ...params }, testPulse())

function expectClose(found: ArrayLike<number>, wanted: ArrayLike<number>, relative = 1e-4) {
  const size = Math.max(...Array.from(wanted, Math.abs))
  Array.from(wanted).forEach((value, i) => expect(Math.abs(found[i] - value) / size).toBeLessThan(relative))
}

const { flowers, kinds, mixed, cells, ill, noisy } = reference
const perClass = [
  { class: 'class 0', weight: 3 },
  { class: 'class 1', weight: 0.5 },
]

const cases: [keyof typeof reference.cases, number[][], number[], Partial<LogisticModelParams>][] = [
  ['binary l1', cells, ill, { regularisation: 'l1', c: 0.1 }],
  ['binary elasticNet', cells, ill, { regularisation: 'elasticNet', l1Ratio: 0.3, c: 0.5 }],
  ['binary none', cells, noisy, { regularisation: 'none' }],
  ['several l1', flowers, kinds, { regularisation: 'l1', c: 0.5 }],
  ['several elasticNet', flowers, kinds, { regularisation: 'elasticNet', c: 0.2 }],
  ['several none', flowers, mixed, { regularisation: 'none' }],
  ['binary balanced', cells, ill, { classWeight: 'balanced' }],
  ['binary perClass', cells, ill, { classWeight: 'perClass', weights: perClass }],
  [
    'several balanced l1',
    flowers.slice(5),
    kinds.slice(5),
    { regularisation: 'l1', classWeight: 'balanced' },
  ],
]

describe('coefficients and probabilities equal those of scikit-learn', () => {
  test.for(cases)('%s', async ([name, x, y, params]) => {
    const wanted = reference.cases[name]
    const weights = await fit(x, y, params)
    expect(weights.converged).toBe(true)
    expectClose(weights.coefficients, wanted.coefficients)
    expectClose(weights.intercepts, wanted.intercepts)
    const isZero = (values: ArrayLike<number>) => Array.from(values, (value) => value === 0)
    expect(isZero(weights.coefficients)).toEqual(isZero(wanted.coefficients))
    const { values } = predictLogistic(weights, matrixOf(x.slice(0, 3)), Math.max(...y) + 1)
    expectClose(values, wanted.probabilities)
  })
})

test('with the defaults the weights are those of the first version to the last bit', async () => {
  const { intervals, ...weights } = await fit(cells, ill, {})
  expect(weights).toEqual(await fitLogisticRegression(dataOf(cells, ill), defaults, testPulse()))
  expect(intervals).toHaveProperty('reason')
})

describe('many rows', () => {
  const random = makeRandom(6)
  const x = Array.from({ length: 10_000 }, () => Array.from({ length: 5 }, () => random.normal() * 3 + 7))
  const logits = x.map(([a, b, c]) => (a - 7) * 0.8 - (b - 7) * 0.3 + 0.02 * (c - 7) - 1)
  const two = logits.map((logit) => (logit + 1.5 * random.normal() > 0 ? 1 : 0))
  const three = logits.map((logit) => {
    const noisy = logit + 1.5 * random.normal()
    return noisy > 1 ? 2 : noisy > -2 ? 1 : 0
  })

  /** Whether no slope of the whole objective is left, which is what makes it the minimum. */
  async function expectSettled(y: number[], params: Partial<LogisticModelParams>) {
    const quick = await fit(x, y, params)
    expect(quick.converged).toBe(true)
    const exact = await fit(x, y, { ...params, tolerance: 1e-9 })
    expectClose(quick.coefficients, exact.coefficients, 1e-5)
    expect(quick.iterations).toBeLessThan(15)
  }

  test('settle after a few passes over all rows, whatever the penalty', async () => {
    await expectSettled(two, {})
    await expectSettled(two, { regularisation: 'l1', c: 0.01 })
    await expectSettled(three, { regularisation: 'none' })
  })

  test('give the same bits again', async () => {
    expect(await fit(x, two, {})).toEqual(await fit(x, two, {}))
  })

  test('come to the same answer as the first version', async () => {
    const quick = await fit(x, two, {})
    const first = await fitLogisticRegression(dataOf(x, two), defaults, testPulse())
    expectClose(quick.coefficients, first.coefficients, 1e-4)
    expectClose(quick.intercepts, first.intercepts, 1e-4)
    expect(quick.loss.at(-1)).toBeCloseTo(first.loss.at(-1)!, 8)
  })

  test('a class of only a few rows is not lost', async () => {
    const rare = two.map((code, row) => (row % 4000 === 0 ? 2 : code))
    const { present, converged } = await fit(x, rare, { classWeight: 'balanced' })
    expect([...present, converged]).toEqual([0, 1, 2, true])
  })
})

describe('more coefficients than second derivatives are made for', () => {
  const random = makeRandom(9)
  const x = Array.from({ length: 60 }, () => Array.from({ length: 320 }, () => random.normal()))
  const y = x.map(([a, b]) => (a - b + 0.3 * random.normal() > 0 ? 1 : 0))

  test('an L1 penalty keeps few features, among them those that matter', async () => {
    const weights = await fit(x, y, { regularisation: 'l1', c: 0.3 })
    expect(weights.converged).toBe(true)
    const used = [...weights.coefficients.keys()].filter((i) => weights.coefficients[i] !== 0)
    expect(used).toEqual(expect.arrayContaining([0, 1]))
    expect(used.length).toBeLessThan(40)
  })

  test('weights of classes and no L1 penalty work as well', async () => {
    const weights = await fit(x, y, { classWeight: 'balanced', c: 0.01 })
    expect(weights.converged).toBe(true)
  })
})

describe('intervals by Wald', () => {
  test('equal the closed form for two classes', async () => {
    const { intervals } = await fit(cells, noisy, { regularisation: 'none' })
    const { low, high, interceptLow, interceptHigh } = intervals as Intervals
    const { wald } = reference
    expectClose(low, wald.low.slice(1), 1e-5)
    expectClose(high, wald.high.slice(1), 1e-5)
    expectClose([interceptLow[0], interceptHigh[0]], [wald.low[0], wald.high[0]], 1e-5)
  })

  test('equal those of the pseudo-inverse for several', async () => {
    const { intervals } = await fit(flowers, mixed, { regularisation: 'none' })
    const { low, high, interceptLow, interceptHigh } = intervals as Intervals
    const half = (a: Float64Array, b: Float64Array) => a.map((value, i) => (b[i] - value) / 2 / 1.959964)
    expectClose(half(low, high), reference.waldSeveral.errors)
    expectClose(half(interceptLow, interceptHigh), reference.waldSeveral.interceptErrors)
  })

  test('are refused with a reason where there are none', async () => {
    const reasonOf = async (x: number[][], y: number[], params: Partial<LogisticModelParams>) =>
      ((await fit(x, y, params)).intervals as { reason: string }).reason
    const none = { regularisation: 'none' } as const
    expect(await reasonOf(cells, noisy, {})).toContain('penalty')
    expect(await reasonOf(cells, noisy, { ...none, classWeight: 'balanced' })).toContain('weights of classes')
    expect(await reasonOf([[1], [2], [3], [4]], [0, 0, 1, 1], none)).toContain('separated')
    const doubled = cells.map((row) => [...row, row[0]])
    expect(await reasonOf(doubled, noisy, none)).toContain('follow exactly')
  })
})

test('without a penalty, separable classes still end with finite weights', async () => {
  const weights = await fit(
    flowers,
    kinds.map((kind) => (kind > 0 ? 1 : 0)),
    { regularisation: 'none' },
  )
  expect([...weights.coefficients, ...weights.intercepts].every(Number.isFinite)).toBe(true)
})

test('a weight for a class that the target does not have is a named error', async () => {
  const weights = [{ class: 'nobody', weight: 2 }]
  const failure = await fit(cells, ill, { classWeight: 'perClass', weights }).catch((error) => error)
  expect((failure as StepFailure).reason).toMatchObject({ kind: 'parameter' })
})

test('a constant feature has no weight, whatever the penalty', async () => {
  const x = cells.map((row) => [7, ...row])
  for (const regularisation of ['none', 'l1', 'elasticNet'] as const) {
    const weights = await fit(x, noisy, { regularisation })
    expect(weights.coefficients[0]).toBe(0)
    expect([...weights.coefficients, ...weights.intercepts].every(Number.isFinite)).toBe(true)
  }
})
