// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { stillPulse } from '@/contract/pulse'
import type { StepResult } from '@/contract/events'
import { RowPickingContext } from '@/kit/rowPicking'
import { answer } from '@/service/answer'
import { Mark, type Dataset } from '@/values/dataset'
import { findColumn, numberColumn, type CodedColumn, type Table } from '@/values/table'
import { contextWith } from '../contract.fixture'
import filterDefinition from '../prepare/filter-rows/definition'
import filter from '../prepare/filter-rows/run'
import scaleDefinition from '../prepare/scale/definition'
import scale from '../prepare/scale/run'
import { clusterPick } from './clusterPicks'
import type { ClusterPreview } from './clusterRun'
import { ClusterOverview } from './ClusterViews'
import dbscanDefinition from './dbscan/definition'
import dbscan from './dbscan/run'
import kMeansDefinition from './k-means/definition'
import kMeans from './k-means/run'

const raw: Table = {
  rowCount: 22,
  columns: [
    numberColumn(
      'a',
      Float64Array.from({ length: 22 }, (_, row) => (row === 21 ? 500 : (row % 2) * 50 + row / 100)),
    ),
  ],
}
const data: Dataset = {
  kind: 'dataset',
  raw,
  table: raw,
  roles: new Map(),
  marks: Uint8Array.from({ length: 22 }, (_, row) => (row < 4 ? Mark.test : Mark.train)),
  recipe: [],
  objective: null,
}
const context = () => contextWith(stillPulse, answer)

/** Clusters of scaled rows, as most people make them. */
async function clustered() {
  const params = scaleDefinition.params.parse({})
  const scaled = (await scale.run({ params, inputs: { data }, context: context() })).outputs.data as Dataset
  const found = await kMeans.run({
    params: kMeansDefinition.params.parse({ clusters: 3 }),
    inputs: { data: scaled },
    context: context(),
  })
  return { outputs: found.outputs, preview: found.preview as ClusterPreview }
}

const propsOf = (preview: ClusterPreview) => ({ node: 'k', result: { key: 'r' } as StepResult, preview })

beforeAll(() => {
  const nothing = { matches: false, addEventListener: () => {}, removeEventListener: () => {} }
  vi.stubGlobal('matchMedia', () => nothing)
})
afterEach(cleanup)

it('finds the rows of a cluster again by a filter, though steps had learned before it', async () => {
  const { outputs, preview } = await clustered()
  for (const cluster of preview.names.keys()) {
    const pick = clusterPick(propsOf(preview), cluster)!
    const params = filterDefinition.params.parse(pick.onward!.params)
    const inputs = { data: outputs.rows as Dataset }
    const kept = (await filter.run({ params, inputs, context: context() })).outputs.data as Dataset
    expect(kept.raw.rowCount).toBe(pick.count)
    expect(pick.rows).toHaveLength(pick.count)
    expect([...(kept.raw.columns[0] as { values: Float64Array }).values]).toEqual(
      pick.rows.map((row) => (raw.columns[0] as { values: Float64Array }).values[row]),
    )
    expect([...kept.marks!]).toEqual(pick.rows.map((row) => data.marks![row]))
  }
  const params = filterDefinition.params.parse(clusterPick(propsOf(preview), 0)!.onward!.params)
  const prepared = { data: outputs.data as Dataset }
  await expect(filter.run({ params, inputs: prepared, context: context() })).rejects.toThrow()
})

it('selects noise by its name', async () => {
  const params = dbscanDefinition.params.parse({ eps: 5 })
  const found = await dbscan.run({ params, inputs: { data }, context: context() })
  const preview = found.preview as ClusterPreview
  const pick = clusterPick(propsOf(preview), preview.names.length)!
  expect([pick.rows, pick.count, pick.words]).toEqual([[21], 1, 'cluster is “Noise”'])
  const column = findColumn((found.outputs.rows as Dataset).raw, 'cluster') as CodedColumn
  expect(column.dictionary[column.codes[21]]).toBe('Noise')
})

it('selects the rows of a cluster by the button that names it, and shows that they are', async () => {
  const { preview } = await clustered()
  const props = { ...propsOf(preview), result: { key: 'r', warnings: [] } as unknown as StepResult }
  const select = vi.fn()
  const page = (selection: ReturnType<typeof clusterPick>) => (
    <MantineProvider>
      <RowPickingContext value={{ selection, select }}>
        <ClusterOverview {...props} />
      </RowPickingContext>
    </MantineProvider>
  )
  const { rerender } = render(page(null))
  const button = () => screen.getByRole('button', { name: 'Cluster 2' })
  expect(button().getAttribute('aria-pressed')).toBe('false')
  fireEvent.click(button())
  const pick = clusterPick(props, 1)
  expect(select).toHaveBeenLastCalledWith(pick)
  rerender(page(pick))
  expect(button().getAttribute('aria-pressed')).toBe('true')
  fireEvent.click(button())
  expect(select).toHaveBeenLastCalledWith(null)
})

it('names clusters plainly where a result does not know their rows', async () => {
  const { preview } = await clustered()
  expect(clusterPick(propsOf({ ...preview, drawn: undefined }), 0)).toBeNull()
})
