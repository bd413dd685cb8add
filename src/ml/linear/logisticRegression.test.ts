import { beforeAll, expect, test } from 'vitest'
import { makeRandom } from '@/base/random'
import type { TrainingData } from '@/contract/catalog'
import type { StepFailure } from '@/contract/errors'
import { tensorCount } from '../tensor/memory'
import { matrixOf, startTestBackend, testPulse } from '../tensor/testing'
import { fitLogisticRegression } from './logisticRegression'
import reference from './logisticRegression.reference.json'
import { predictLogistic } from './predictLogistic'

beforeAll(startTestBackend)

const defaults = { c: 1, maxIterations: 500, tolerance: 1e-6 }

function dataOf(x: number[][], y: number[], classes = Math.max(...y) + 1): TrainingData {
  const names = Array.from({ length: classes }, (_, i) => `class ${i}`)
  const task = classes === 2 ? 'binary' : 'multiclass'
  return {
    task,
    features: [],
    x: matrixOf(x),
    y: Float64Array.from(y),
    classes: names,
    target: 'kind',
    validation: null,
    seed: 1,
  }
}

for (const name of Object.keys(reference) as (keyof typeof reference)[]) {
  test(`coefficients and probabilities equal those of scikit-learn: ${name}`, async () => {
    const { x, y, c, coefficients, intercepts, probabilities } = reference[name]
    const weights = await fitLogisticRegression(dataOf(x, y), { ...defaults, c }, testPulse())
    expect(weights.converged).toBe(true)
    const size = Math.max(...coefficients.map(Math.abs))
    coefficients.forEach((value, i) =>
      expect(Math.abs(weights.coefficients[i] - value)).toBeLessThan(1e-3 * size),
    )
    const shift = Math.max(...intercepts.map(Math.abs))
    intercepts.forEach((value, i) =>
      expect(Math.abs(weights.intercepts[i] - value)).toBeLessThan(1e-3 * shift),
    )
    const scores = predictLogistic(weights, matrixOf(x.slice(0, 4)), Math.max(...y) + 1)
    probabilities.forEach((value, i) => expect(scores.values[i]).toBeCloseTo(value, 4))
  })
}

test('one class is a named error, and names the class', async () => {
  const failure = await fitLogisticRegression(dataOf([[1], [2]], [1, 1], 2), defaults, testPulse()).catch(
    (e) => e,
  )
  expect((failure as StepFailure).reason).toEqual({ kind: 'one-class', column: 'kind', className: 'class 1' })
})

test('a class without rows gets probability 0, and the others are fitted as if it were not there', async () => {
  const { x, y } = reference.binary
  const gap = dataOf(
    x,
    y.map((code) => 2 * code),
    3,
  )
  const weights = await fitLogisticRegression(gap, defaults, testPulse())
  const scores = predictLogistic(weights, matrixOf(x.slice(0, 4)), 3)
  expect(scores.values[1]).toBe(0)
  expect(scores.values[2]).toBeCloseTo(reference.binary.probabilities[1], 4)
})

test('too few iterations are reported, not hidden', async () => {
  const { x, y } = reference.binary
  const weights = await fitLogisticRegression(dataOf(x, y), { ...defaults, maxIterations: 2 }, testPulse())
  expect([weights.converged, weights.iterations]).toEqual([false, 2])
})

test('constant columns and values near the largest number do not disturb the others', async () => {
  const x = [-2, -1, -1.5, 1, 2, 0.5].map((value) => [7, value * 5e307, value])
  const weights = await fitLogisticRegression(dataOf(x, [0, 0, 0, 1, 1, 1]), defaults, testPulse())
  expect(weights.coefficients[0]).toBe(0)
  const { values } = predictLogistic(weights, matrixOf([[7, 5e307, 1]]), 2)
  expect(values[1]).toBeGreaterThan(0.6)
})

test('many rows give the same bits again, and leave no tensor behind, also when cancelled', async () => {
  const random = makeRandom(3)
  const x = Array.from({ length: 9000 }, () => [random.normal(), random.normal() * 1000 + 5000])
  const y = x.map(([a, b]) => (random.normal() < a + (b - 5000) / 500 ? 1 : 0))
  const before = tensorCount()
  const first = await fitLogisticRegression(dataOf(x, y), defaults, testPulse())
  expect(await fitLogisticRegression(dataOf(x, y), defaults, testPulse())).toEqual(first)
  expect(first.converged).toBe(true)
  await expect(fitLogisticRegression(dataOf(x, y), defaults, testPulse(7))).rejects.toThrow('Cancelled')
  expect(tensorCount()).toBe(before)
})
