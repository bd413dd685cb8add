import { beforeAll, expect, test } from 'vitest'
import { makeRandom } from '@/base/random'
import { tensorCount } from '../tensor/memory'
import { matrixOf, startTestBackend, testPulse } from '../tensor/testing'
import { fitLinearRegression } from './linearRegression'
import reference from './linearRegression.reference.json'
import { linearValues } from './predictLinear'

beforeAll(startTestBackend)

type Case = (typeof reference)['units']
const fit = ({ x, y }: Pick<Case, 'x' | 'y'>, penalty = 0) =>
  fitLinearRegression({ x: matrixOf(x), y: Float64Array.from(y) }, penalty, testPulse())

function expectClose(found: ArrayLike<number>, wanted: number[], relative = 1e-6) {
  const size = Math.max(...wanted.map(Math.abs))
  wanted.forEach((value, i) => expect(Math.abs(found[i] - value) / size).toBeLessThan(relative))
}

for (const name of ['diabetes', 'units', 'powers'] as const) {
  test(`coefficients equal those of scikit-learn: ${name}`, async () => {
    const { weights, singular } = await fit(reference[name])
    expectClose(weights.coefficients, reference[name].coefficients)
    expectClose([weights.intercept], [reference[name].intercept])
    expect(singular).toBe(false)
  })

  test(`the L2 penalty means what it means in scikit-learn: ${name}`, async () => {
    const { ridge } = reference[name]
    const { weights } = await fit(reference[name], ridge.penalty)
    expectClose(weights.coefficients, ridge.coefficients)
    expectClose([weights.intercept], [ridge.intercept])
  })
}

test('a singular design (all columns of a one-hot encoding) is named, and predicts as scikit-learn does', async () => {
  const { x, predictions } = reference.onehot
  const { weights, singular } = await fit(reference.onehot)
  expect(singular).toBe(true)
  expectClose(linearValues(matrixOf(x.slice(0, 5)), weights.coefficients, weights.intercept), predictions)
  expect((await fit(reference.onehot, 1)).singular).toBe(false)
})

test('more columns than rows still give a finite fit that passes through the rows', async () => {
  const x = [
    [1, 2, 3, 4],
    [2, 1, 0, 5],
    [7, 1, 1, 1],
  ]
  const { weights } = await fit({ x, y: [1, 2, 3] })
  expectClose(linearValues(matrixOf(x), weights.coefficients, weights.intercept), [1, 2, 3])
})

test('one row or a constant target gives its value everywhere', async () => {
  const one = await fit({ x: [[5, 6]], y: [3] })
  expect([...one.weights.coefficients, one.weights.intercept]).toEqual([0, 0, 3])
  const flat = await fit({ x: [[1], [2], [4]], y: [7, 7, 7] })
  expect([flat.weights.coefficients[0], flat.weights.intercept, flat.constantTarget]).toEqual([0, 7, true])
})

test('values near the largest number give finite coefficients', async () => {
  const { weights } = await fit({ x: [[1e308], [-1e308], [5e307]], y: [1, -1, 0.5] })
  expectClose(linearValues(matrixOf([[1e308]]), weights.coefficients, weights.intercept), [1])
})

test('many rows keep their digits, give the same bits again, and leave no tensor behind', async () => {
  const random = makeRandom(1)
  const x = Array.from({ length: 20_000 }, () => [random.normal() + 50, random.normal(), random.normal()])
  const y = x.map(([a, b, c]) => 3 * a - 2 * b + 0.001 * c + 10)
  const before = tensorCount()
  const first = await fit({ x, y })
  expectClose(first.weights.coefficients, [3, -2, 0.001], 1e-8)
  expect((await fit({ x, y })).weights).toEqual(first.weights)
  expect(tensorCount()).toBe(before)
})

test('a cancelled fit leaves no tensor behind', async () => {
  const before = tensorCount()
  const data = { x: matrixOf(reference.units.x), y: Float64Array.from(reference.units.y) }
  await expect(fitLinearRegression(data, 0, testPulse(1))).rejects.toThrow('Cancelled')
  expect(tensorCount()).toBe(before)
})
