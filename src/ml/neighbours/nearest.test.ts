import { expect, test } from 'vitest'
import { makeRandom } from '@/base/random'
import type { TrainingData } from '@/contract/catalog'
import { stillPulse } from '@/contract/pulse'
import { atOnce } from '../pieces'
import { bruteForce } from './bruteForce'
import { fitNearest, predictNearest, type NearestParams } from './nearest'
import reference from './nearest.reference.json'
import { rotatedTree } from './rotatedTree'

const plain: NearestParams = { k: 5, metric: 'euclidean', power: 2, weights: 'uniform' }
const x = Float64Array.from(reference.x)
const train = { rows: 60, columns: 4, values: x.slice(0, 240) }
const queries = { rows: 30, columns: 4, values: x.slice(240) }

const dataOf = (y: number[], classes: number): TrainingData => ({
  task: classes > 0 ? 'multiclass' : 'regression',
  features: ['a', 'b', 'c', 'd'],
  x: train,
  y: Float64Array.from(y.slice(0, 60)),
  classes: Array.from({ length: classes }, (_, i) => String(i)),
  validation: null,
  seed: 1,
})

test.each(reference.cases)('answers as scikit-learn: $metric, $weights', async (one) => {
  const params = { ...plain, ...one } as NearestParams
  const shares = predictNearest(await fitNearest(dataOf(reference.label, 3), params, stillPulse), queries, 3)
  const means = predictNearest(await fitNearest(dataOf(reference.value, 0), params, stillPulse), queries, 0)
  one.classes.forEach((share, i) => expect(shares.values[i]).toBeCloseTo(share, 8))
  one.numbers.forEach((mean, i) => expect(means.values[i]).toBeCloseTo(mean, 8))
})

test('more neighbours than rows are a named error', async () => {
  await expect(fitNearest(dataOf(reference.value, 0), { ...plain, k: 61 }, stillPulse)).rejects.toMatchObject(
    {
      reason: { kind: 'parameter', parameter: 'Neighbours' },
    },
  )
})

test('of equally near rows the one that comes first is taken', async () => {
  const data = {
    ...dataOf([], 2),
    x: { rows: 3, columns: 1, values: Float64Array.of(1, -1, 5) },
    y: Float64Array.of(1, 0, 0),
  }
  const weights = await fitNearest(data, { ...plain, k: 1 }, stillPulse)
  expect([...predictNearest(weights, { rows: 1, columns: 1, values: Float64Array.of(0) }, 2).values]).toEqual(
    [0, 1],
  )
})

test.each([
  ['spread', 1, 0],
  ['on a grid with many ties', 0, 0],
  ['far from zero', 1, 1e6],
  ['tiny', 1e-120, 0],
  ['too large to be squared', 1e160, 0],
])('along turned axes the lists are those of looking at every row: %s', (_name, spread, offset) => {
  const random = makeRandom(8)
  const width = 14
  const draw = (rows: number) =>
    Float64Array.from({ length: rows * width }, (_, i) =>
      spread ? offset + random.normal() * spread * (1 + (i % width)) : random.integer(2),
    )
  const points = { values: draw(1500), width }
  const asked = { values: draw(60), width }
  // Any turning keeps distances: here by Householder's reflection along the diagonal.
  const axes = Float64Array.from(
    { length: width * width },
    (_, i) => (i % (width + 1) === 0 ? 1 : 0) - 2 / width,
  )
  const rotation = { centre: new Float64Array(width).fill(offset), axes }
  const rows = { from: 0, to: 60 }
  const turned = atOnce(rotatedTree(points, rotation, 7)).find(asked, rows, false)
  const all = bruteForce(points, 7).find(asked, rows, false)
  expect([...turned.places]).toEqual([...all.places])
  expect([...turned.distances]).toEqual([...all.distances])
})
