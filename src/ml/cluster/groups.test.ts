import { describe, expect, test } from 'vitest'
import { stillPulse } from '@/contract/pulse'
import { clustersBelow, cutTree, dendrogramOf } from './cutTree'
import { dbscanLabels, fitDbscan, type DbscanParams } from './dbscan'
import reference from './groups.reference.json'
import { fitHierarchical, type HierarchicalParams } from './hierarchical'
import { linkRows, type Linkage, type LinkageMetric } from './linkage'
import { neighbourDistances } from './neighbourDistances'
import { nearestMembers } from './nearestMember'
import { adjustedRand } from './scores'

const matrixOf = (rows: number[][]) => ({
  rows: rows.length,
  columns: rows[0].length,
  values: Float64Array.from(rows.flat()),
})
const x = matrixOf(reference.x)
const same = (a: Int32Array, b: number[]) => adjustedRand(a, Int32Array.from(b))

describe.each(reference.dbscan)('DBSCAN with eps $eps, $minSamples rows, $metric distance', (one) => {
  const params = one as DbscanParams & typeof one
  test('finds the core rows, clusters and noise of scikit-learn', async () => {
    const found = await fitDbscan({ x }, params, stillPulse)
    expect(found.core).toBe(one.core.length)
    expect(found.noise).toBe(one.labels.filter((label) => label < 0).length)
    expect(found.clusters).toBe(Math.max(...one.labels) + 1)
    expect([...found.members.labels]).toEqual(one.core.map((row) => one.labels[row]))
    const labels = dbscanLabels(found, x.values)
    expect([...labels].map((label) => label < 0)).toEqual(one.labels.map((label) => label < 0))
    for (const row of one.core) expect(labels[row]).toBe(one.labels[row])
  })
})

const dbscan = (params: Partial<DbscanParams>, rows = x) =>
  fitDbscan({ x: rows }, { eps: 0.3, minSamples: 5, metric: 'euclidean', ...params }, stillPulse)

test('DBSCAN gives a new row the cluster of the nearest core row within eps, else none', async () => {
  const found = await dbscan({ eps: 1.5, minSamples: 2 }, matrixOf([[0], [1], [10], [11], [30]]))
  expect([...dbscanLabels(found, Float64Array.of(2.4, 8.6, 5, 30))]).toEqual([0, 1, -1, -1])
})

test('a search by a tree and one by looking at every row give the same clusters', async () => {
  const wide = matrixOf(reference.x.map((row) => [...row, ...new Array<number>(9).fill(0)]))
  const [tree, all] = [await dbscan({}), await dbscan({}, wide)]
  expect(all.members.labels).toEqual(tree.members.labels)
  expect(all.noise).toBe(tree.noise)
})

test('where nothing is dense all is noise, and more than 200 clusters are refused by name', async () => {
  const none = await dbscan({ eps: 1e-9 })
  expect([none.clusters, none.noise]).toEqual([0, x.rows])
  expect([...dbscanLabels(none, x.values.slice(0, 6))]).toEqual([-1, -1])
  const many = matrixOf(Array.from({ length: 201 }, (_, i) => [i]))
  await expect(dbscan({ eps: 0.1, minSamples: 1 }, many)).rejects.toMatchObject({
    reason: { kind: 'parameter', parameter: 'Distance (eps)' },
  })
})

test('distances to the k-th neighbour are those of scikit-learn, the row itself counted', async () => {
  const found = await neighbourDistances(x, { k: 5, metric: 'euclidean', seed: 1 }, stillPulse)
  const at = (share: number) => reference.fifth[Math.round(share * x.rows)]
  found!.shares.forEach((share, i) => expect(found!.distances[i]).toBeCloseTo(at(share), 8))
  expect(found!.bend).toBeGreaterThan(0.1)
  expect(found!.bend).toBeLessThan(0.5)
})

const tree = (linkage: string, metric: string) =>
  linkRows(x, { linkage: linkage as Linkage, metric: metric as LinkageMetric }, stillPulse)

test.each(reference.trees)('$linkage linkage by $metric distance is that of SciPy', async (one) => {
  const merges = await tree(one.linkage, one.metric)
  one.heights.forEach((height, i) => expect(merges.heights[i]).toBeCloseTo(height, 7))
  expect(same(cutTree(merges, 4), one.labels)).toBe(1)
  expect(clustersBelow(merges, one.threshold)).toBe(Math.max(...one.cut) + 1)
  expect(same(cutTree(merges, clustersBelow(merges, one.threshold)), one.cut)).toBe(1)
})

const params: HierarchicalParams = {
  linkage: 'ward',
  metric: 'euclidean',
  cutBy: 'clusters',
  clusters: 3,
  distance: 1,
  tooMany: 'stop',
  mostRows: 200,
}
const hierarchical = (changed: Partial<HierarchicalParams>) =>
  fitHierarchical({ x, seed: 2 }, { ...params, ...changed }, stillPulse)

test('the rows of the tree keep their clusters when they are asked for again', async () => {
  const { members } = await hierarchical({ linkage: 'average' })
  expect(nearestMembers(members, x.values)).toEqual(members.labels)
})

test('more rows than the tree may have are refused by name, or a sample is taken', async () => {
  await expect(hierarchical({ mostRows: 100 })).rejects.toMatchObject({
    reason: { kind: 'parameter', parameter: 'Most rows of the tree' },
  })
  const { members } = await hierarchical({ mostRows: 100, tooMany: 'sample' })
  expect(members.labels.length).toBe(100)
  await expect(hierarchical({ clusters: 143 })).rejects.toMatchObject({ reason: { kind: 'too-few-rows' } })
})

test('the drawn top of the tree holds every row once, and cuts where the clusters part', async () => {
  const { merges, members, cut } = await hierarchical({ clusters: 4 })
  const { branches } = dendrogramOf(merges, members.labels, 12, cut)
  const leaves = branches.filter(({ left }) => left === null)
  expect(leaves).toHaveLength(12)
  expect(leaves.reduce((sum, { rows }) => sum + rows, 0)).toBe(x.rows)
  expect(branches.at(-1)).toMatchObject({ rows: x.rows, cluster: null })
  const sizes = [0, 1, 2, 3].map((c) => members.labels.filter((label) => label === c).length)
  const drawn = [0, 1, 2, 3].map((c) =>
    leaves.filter(({ cluster }) => cluster === c).reduce((sum, { rows }) => sum + rows, 0),
  )
  expect(drawn).toEqual(sizes)
  for (const { height, cluster } of branches) expect(cluster === null).toBe(height >= cut)
})
