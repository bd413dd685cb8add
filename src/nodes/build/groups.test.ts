import { expect, test } from 'vitest'
import { makeRandom } from '@/base/random'
import { stillPulse } from '@/contract/pulse'
import { answer } from '@/service/answer'
import { Mark, type Dataset } from '@/values/dataset'
import { findColumn, numberColumn, type CodedColumn, type NumberColumn, type Table } from '@/values/table'
import { contextWith } from '../contract.fixture'
import type { ClusterPreview } from './clusterRun'
import dbscanDefinition from './dbscan/definition'
import dbscan, { type DbscanPreview } from './dbscan/run'
import hierarchicalDefinition from './hierarchical/definition'
import hierarchical, { type HierarchicalPreview } from './hierarchical/run'
import isolationDefinition from './isolation-forest/definition'
import isolation, { type IsolationPreview } from './isolation-forest/run'
import mixtureDefinition from './gaussian-mixture/definition'
import mixture, { type MixturePreview } from './gaussian-mixture/run'

const rows = 90

/** Two clouds of forty rows, nine between and around them, and one with a gap. */
function clouds(): Dataset {
  const random = makeRandom(4)
  const centre = (row: number) => (row < 40 ? 0 : row < 80 ? 10 : -20 + row * 0.7 * (row % 2 ? 1 : -1))
  const column = () => Float64Array.from({ length: rows }, (_, row) => centre(row) + random.normal() / 2)
  const gap = column()
  gap[rows - 1] = NaN
  const raw: Table = { rowCount: rows, columns: [numberColumn('a', column()), numberColumn('b', gap)] }
  const marks = Uint8Array.from({ length: rows }, (_, row) =>
    row === rows - 1 || row % 5 === 0 ? Mark.test : Mark.train,
  )
  return { kind: 'dataset', raw, table: raw, roles: new Map(), marks, recipe: [], objective: null }
}

const context = () => contextWith(stillPulse, answer)
const codesOf = (outputs: object, name: string) =>
  findColumn((outputs as { data: Dataset }).data.raw, name) as CodedColumn

test('rows that lie alone are noise: in the column by that name, and in no score', async () => {
  const params = dbscanDefinition.params.parse({ eps: 1.5 })
  const { outputs, preview, metrics } = await dbscan.run({
    params,
    inputs: { data: clouds() },
    context: context(),
  })
  const { names, noise, summary, column, distances } = preview as DbscanPreview
  expect(names).toEqual(['Cluster 1', 'Cluster 2'])
  expect(summary.sizes).toEqual([40, 40])
  expect([noise, summary.none, metrics?.noise]).toEqual([9, 1, 9])
  expect(summary.silhouette?.rows).toBe(80)
  const { codes, dictionary } = codesOf(outputs, column)
  expect(dictionary[codes[85]]).toBe('Noise')
  expect(codes[rows - 1]).toBe(-1)
  expect(summary.scatter.labels.filter((label) => label < 0)).toHaveLength(9)
  expect(distances?.of).toBe(71)
})

test('a tree cut in two finds the clouds, and says how clear each other number would be', async () => {
  const params = hierarchicalDefinition.params.parse({})
  const { outputs, preview } = await hierarchical.run({
    params,
    inputs: { data: clouds() },
    context: context(),
  })
  const { elbow, tree, column } = preview as HierarchicalPreview
  const { codes } = codesOf(outputs, column)
  expect(new Set(codes.slice(0, 40)).size).toBe(1)
  expect(elbow?.counts).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(tree.branches.filter(({ left }) => left === null)).toHaveLength(32)
})

test('a mixture gives each row a probability for each component, and criteria for other numbers', async () => {
  const params = mixtureDefinition.params.parse({ components: 2 })
  const { preview, metrics } = await mixture.run({ params, inputs: { data: clouds() }, context: context() })
  const { criteria, components, bic } = preview as MixturePreview
  expect(criteria?.counts).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(components.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  expect(metrics?.bic).toBe(bic)
  expect((preview as ClusterPreview).noise).toBeUndefined()
})

test('a share of the training rows is called unusual, and each score lies between 0 and 1', async () => {
  const params = isolationDefinition.params.parse({ limit: 'share', share: 0.1 })
  const { outputs, preview, warnings } = await isolation.run({
    params,
    inputs: { data: clouds() },
    context: context(),
  })
  const { unusual, unscored, limit, top } = preview as IsolationPreview
  const { data } = outputs as unknown as { data: Dataset }
  const { values } = findColumn(data.raw, 'unusual score') as NumberColumn
  expect(values.slice(0, rows - 1).every((score) => score > 0 && score < 1)).toBe(true)
  const training = [...values].filter((_, row) => data.marks![row] === Mark.train)
  expect(training.filter((score) => score > limit)).toHaveLength(7)
  expect(top.rows.every(([row]) => (row as number) > 80)).toBe(true)
  expect([unusual, unscored]).toEqual([[...values].filter((score) => score > limit).length, 1])
  expect(warnings?.[0].text).toContain('1 row could not be scored')
})
