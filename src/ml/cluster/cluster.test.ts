import { expect, test } from 'vitest'
import { makeRandom } from '@/base/random'
import { stillPulse } from '@/contract/pulse'
import { allRows } from '@/values/table'
import reference from './cluster.reference.json'
import { bestStart, fitKMeans, nearestCentres } from './kMeans'
import { adjustedRand, silhouettes, spreadScores } from './scores'

const x = { rows: 150, columns: 4, values: Float64Array.from(reference.x) }
const labels = Int32Array.from(reference.labels)
const params = { clusters: 3, starts: 10, maxIterations: 300, tolerance: 1e-4 }
const fit = (part?: { index: number; of: number }) => fitKMeans({ x, seed: 4, part }, params, stillPulse)

test('scores of clusters are those of scikit-learn', async () => {
  expect((await silhouettes(x, labels, allRows(150), stillPulse))?.mean).toBeCloseTo(reference.silhouette, 10)
  expect(spreadScores(x, labels)?.daviesBouldin).toBeCloseTo(reference.daviesBouldin, 10)
  expect(spreadScores(x, labels)?.calinskiHarabasz).toBeCloseTo(reference.calinskiHarabasz, 7)
  expect(adjustedRand(labels, Int32Array.from(reference.y))).toBeCloseTo(reference.adjustedRand, 10)
})

test('k-means finds the centres of scikit-learn', async () => {
  const found = await fit()
  const centres = [0, 1, 2]
    .map((k) => [...found.centres.subarray(4 * k, 4 * k + 4)])
    .sort((a, b) => a[0] - b[0])
  centres.flat().forEach((value, i) => expect(value).toBeCloseTo(reference.centres.flat()[i], 6))
  expect(found.inertia).toBeCloseTo(reference.inertia, 6)
  expect(adjustedRand(nearestCentres(x, found.centres), labels)).toBe(1)
})

test('starts made in parts give the same clusters', async () => {
  const parts = [await fit({ index: 0, of: 2 }), await fit({ index: 1, of: 2 })]
  expect(bestStart(parts)).toEqual(await fit())
})

test('fewer different rows than clusters leave a cluster empty; fewer rows are a named error', async () => {
  const same = { rows: 5, columns: 1, values: new Float64Array(5) }
  expect((await fitKMeans({ x: same, seed: 1 }, params, stillPulse)).inertia).toBe(0)
  const few = { rows: 2, columns: 1, values: new Float64Array(2) }
  await expect(fitKMeans({ x: few, seed: 1 }, params, stillPulse)).rejects.toMatchObject({
    reason: { kind: 'too-few-rows' },
  })
})

test('bounds never keep a row from the centre that is nearest, with any number of columns and clusters', async () => {
  const random = makeRandom(5)
  for (const [columns, clusters] of [
    [1, 2],
    [3, 4],
    [5, 7],
  ]) {
    const values = Float64Array.from({ length: 300 * columns }, () => random.next())
    const rows = { rows: 300, columns, values }
    const found = await fitKMeans({ x: rows, seed: 2 }, { ...params, clusters, tolerance: 0 }, stillPulse)
    const sizes = new Int32Array(clusters)
    for (const cluster of nearestCentres(rows, found.centres)) sizes[cluster]++
    expect(found.settled).toBe(true)
    expect(found.sizes).toEqual(sizes)
  }
})
