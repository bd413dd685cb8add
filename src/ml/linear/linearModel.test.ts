import { beforeAll, describe, expect, test } from 'vitest'
import { makeRandom } from '@/base/random'
import { matrixOf, startTestBackend, testPulse } from '../tensor/testing'
import type { Intervals } from './intervals'
import { fitLinearModel, type LinearParams, type RobustSearch, type SparseSearch } from './linearModel'
import reference from './linearModel.reference.json'

beforeAll(startTestBackend)

const defaults: LinearParams = {
  method: 'squares',
  penalty: 0,
  alpha: 1,
  l1Ratio: 0.5,
  maxIterations: 1000,
  tolerance: 1e-4,
  epsilon: 1.35,
  robustPenalty: 1e-4,
  resamples: 0,
}

const { x, y, rough, wide, wideY } = reference
const fit = (rows: number[][], target: number[], params: Partial<LinearParams>, seed = 1) =>
  fitLinearModel(
    { x: matrixOf(rows), y: Float64Array.from(target), seed },
    { ...defaults, ...params },
    testPulse(),
  )

function expectClose(found: ArrayLike<number>, wanted: number[], relative = 1e-6) {
  const size = Math.max(...wanted.map(Math.abs), 1e-300)
  wanted.forEach((value, i) => expect(Math.abs(found[i] - value) / size).toBeLessThan(relative))
}

const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Columns at mean 0 and deviation 1, as the reference has them. */
const scaled = (() => {
  const means = x[0].map((_, i) => meanOf(x.map((row) => row[i])))
  const sizes = means.map((mean, i) => Math.sqrt(meanOf(x.map((row) => (row[i] - mean) ** 2))))
  return x.map((row) => row.map((value, i) => (value - means[i]) / sizes[i]))
})()

describe('lasso and elastic net take the steps of scikit-learn, and stop where it stops', () => {
  const all = [
    ...Object.entries(reference.sparse).map(([name, one]) => ({ name, one, rows: x, target: y })),
    ...Object.entries(reference.sparseWide).map(([name, one]) => ({
      name: `${name}, more features than rows`,
      one,
      rows: wide,
      target: wideY,
    })),
  ]
  test.for(all)('$name', async ({ one, rows, target }) => {
    const { alpha, l1_ratio: l1Ratio, tol: tolerance, max_iter: maxIterations } = one.params
    const method = l1Ratio === 1 ? 'lasso' : 'elasticNet'
    const { weights } = await fit(rows, target, { method, alpha, l1Ratio, tolerance, maxIterations })
    expectClose(weights.coefficients, one.coefficients)
    expectClose([weights.intercept], [one.intercept])
    expect(weights.coefficients.map((value) => (value === 0 ? 1 : 0))).toEqual(
      Float64Array.from(one.coefficients, (value) => (value === 0 ? 1 : 0)),
    )
    const search = weights.search as SparseSearch
    expect([search.iterations, search.converged]).toEqual([one.iterations, one.settled])
    if (one.gap > 1e-6) expectClose([search.gap], [one.gap], 1e-3)
  })
})

describe('the robust form is that of HuberRegressor', () => {
  test.for(Object.entries(reference.robust))('%s', async ([, one]) => {
    const { weights } = await fit(scaled, rough, {
      method: 'huber',
      epsilon: one.epsilon,
      robustPenalty: one.alpha,
    })
    expectClose(weights.coefficients, one.coefficients)
    const { scale, outliers, converged } = weights.search as RobustSearch
    expectClose([weights.intercept, scale], [one.intercept, one.scale])
    expect([outliers, converged]).toEqual([one.outliers, true])
  })

  test('a few wild rows do not move it, where least squares follow them', async () => {
    const random = makeRandom(5)
    const rows = Array.from({ length: 60 }, () => [random.normal()])
    const target = rows.map(([a], i) => 2 * a + 0.01 * random.normal() + (i < 4 ? 1000 : 0))
    const robust = await fit(rows, target, { method: 'huber' })
    expect(robust.weights.coefficients[0]).toBeCloseTo(2, 1)
    expect((robust.weights.search as RobustSearch).outliers).toBeGreaterThanOrEqual(4)
    const squares = await fit(rows, target, {})
    expect(Math.abs(squares.weights.intercept)).toBeGreaterThan(50)
  })

  test('a line through all rows is found as it is', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => [i, (i * 7) % 5])
    const target = rows.map(([a, b]) => 3 * a - b + 4)
    const { weights } = await fit(rows, target, { method: 'huber', robustPenalty: 0 })
    expectClose([...weights.coefficients, weights.intercept], [3, -1, 4], 1e-5)
  })

  test('more features than rows, one row, and a constant target give finite weights', async () => {
    for (const [rows, target] of [
      [wide, wideY],
      [[[1, 2]], [3]],
      [x.slice(0, 5), [7, 7, 7, 7, 7]],
    ] as [number[][], number[]][]) {
      const { weights } = await fit(rows, target, { method: 'huber' })
      expect([...weights.coefficients, weights.intercept].every(Number.isFinite)).toBe(true)
    }
  })
})

describe('intervals', () => {
  test('of least squares equal the closed form', async () => {
    const { weights } = await fit(x, y, {})
    const found = weights.intervals as Intervals
    const { low, high } = reference.intervals
    expectClose(found.low, low.slice(1), 1e-8)
    expectClose(found.high, high.slice(1), 1e-8)
    expectClose([found.interceptLow[0], found.interceptHigh[0]], [low[0], high[0]], 1e-8)
  })

  test('are refused with a reason where there are none', async () => {
    const reasonOf = async (rows: number[][], target: number[], params: Partial<LinearParams> = {}) =>
      ((await fit(rows, target, params)).weights.intervals as { reason: string }).reason
    const doubled = x.map((row) => [...row, 2 * row[0]])
    expect(await reasonOf(doubled, y)).toContain('follow exactly')
    expect(await reasonOf(wide, wideY)).toContain('as many weights as rows')
    expect(await reasonOf(x, y, { penalty: 1 })).toContain('penalty')
    expect(await reasonOf(x, y, { method: 'lasso' })).toContain('penalty')
    expect(await reasonOf(x, y, { method: 'huber' })).toContain('robust')
  })

  test('a constant feature has none, and the others keep theirs', async () => {
    const { weights } = await fit(
      x.map((row) => [5, ...row]),
      y,
      {},
    )
    const found = weights.intervals as Intervals
    expect([found.low[0], found.high[0]]).toEqual([NaN, NaN])
    expectClose(found.low.slice(1), reference.intervals.low.slice(1), 1e-8)
  })

  test('by resampling come near the exact ones, and are the same for the same seed', async () => {
    const random = makeRandom(8)
    const rows = Array.from({ length: 300 }, () => [random.normal(), random.normal()])
    const target = rows.map(([a, b]) => a - 2 * b + random.normal())
    const exact = (await fit(rows, target, {})).weights.intervals as Intervals
    const params = { method: 'lasso', alpha: 1e-6, resamples: 200 } as const
    const found = (await fit(rows, target, params)).weights.intervals as Intervals
    for (const side of ['low', 'high'] as const)
      exact[side].forEach((value, i) => expect(Math.abs(found[side][i] - value)).toBeLessThan(0.04))
    expect((await fit(rows, target, params)).weights.intervals).toEqual(found)
    expect((await fit(rows, target, params, 2)).weights.intervals).not.toEqual(found)
  })
})
