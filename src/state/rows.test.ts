import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { emptyWorkflow } from '@/document/edits'
import type { RowSelection } from '@/values/rowSelection'
import * as actions from './actions'
import { documentStore } from './documentStore'
import { openDocument } from './session/session'
import { uiStore } from './uiStore'

let count = 0
const now = () => documentStore.getState().document
const wiresTo = (node: string) =>
  now()
    .wires.filter(({ to }) => to.node === node)
    .map(({ from, to }) => `${from.node}.${from.port} ${to.port}`)

const selection: RowSelection = {
  key: 'cell',
  node: 'holdout',
  result: 'r',
  origin: 'o',
  rows: [1, 2],
  count: 2,
  words: 'y is “a”, predicted “b”',
  onward: {
    type: 'evaluate/errors',
    params: { truth: 'a', predicted: 'b' },
    wires: [
      { to: 'model', input: 'models', index: 1 },
      { to: 'data', input: 'data', index: 0 },
    ],
  },
}

beforeEach(async () => {
  await openDocument({ document: emptyWorkflow(`rows-${++count}`), trusted: true })
  actions.addNode('build/decision-tree', { x: 0, y: 0 })
  actions.addNode('build/baseline', { x: 0, y: 200 })
  actions.addNode('evaluate/holdout', { x: 300, y: 0 })
  actions.connect({ node: 'decision-tree', port: 'model' }, { node: 'holdout', port: 'models' })
  actions.connect({ node: 'baseline', port: 'model' }, { node: 'holdout', port: 'models' })
})

it('sends selected rows on by a node that states their condition, for the model of the chart', () => {
  const before = now()
  const id = actions.sendRowsOnward(selection)
  expect(now().nodes.find((node) => node.id === id)).toMatchObject({
    type: 'evaluate/errors',
    params: { truth: 'a', predicted: 'b' },
  })
  expect(wiresTo(id)).toEqual(['baseline.model model'])
  expect(uiStore.getState().selection).toEqual([id])
  actions.undo()
  expect(now()).toEqual(before)
})

it('wires the same test data', () => {
  actions.addNode('gather/sample', { x: 0, y: 400 })
  actions.connect({ node: 'sample', port: 'data' }, { node: 'holdout', port: 'data' })
  expect(wiresTo(actions.sendRowsOnward(selection))).toEqual(['baseline.model model', 'sample.data data'])
})

it('adds nothing for a node that is gone', () => {
  const before = now()
  expect(actions.sendRowsOnward({ ...selection, node: 'elsewhere' })).toBe('')
  expect(now()).toBe(before)
})

it('forgets selected rows when another workflow is opened', async () => {
  actions.selectRows(selection)
  await openDocument({ document: emptyWorkflow('another'), trusted: true })
  expect(uiStore.getState().rows).toBeNull()
})
