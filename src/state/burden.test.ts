import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { emptyWorkflow } from '@/document/edits'
import * as actions from './actions'
import { documentStore } from './documentStore'
import { insisting } from './insisting'
import { replan } from './planning'
import { runStore } from './runStore'
import { openDocument } from './session/session'

let count = 0
const now = () => documentStore.getState().document
const wires = () =>
  now()
    .wires.map(({ from, to }) => `${from.node} → ${to.node}`)
    .sort()

beforeEach(async () => {
  await openDocument({ document: emptyWorkflow(`burden-${++count}`), trusted: true })
  actions.addNode('gather/sample', { x: 0, y: 0 })
  actions.addNode('prepare/scale', { x: 300, y: 0 })
  actions.addNode('build/dbscan', { x: 600, y: 0 })
  actions.connect({ node: 'sample', port: 'data' }, { node: 'scale', port: 'data' })
  actions.connect({ node: 'scale', port: 'data' }, { node: 'dbscan', port: 'data' })
})

it('draws the sample at the source, before a step learns from the rows, in one step of undo', () => {
  const before = now()
  const id = actions.drawSample('dbscan', 12.3456)
  expect(now().nodes.find((node) => node.id === id)).toMatchObject({
    type: 'prepare/sample',
    params: { size: 'share', share: 12.3 },
  })
  expect(wires()).toEqual([`${id} → scale`, `sample → ${id}`, 'scale → dbscan'].sort())
  actions.undo()
  expect(now()).toEqual(before)
})

it('draws nothing where no data arrive', () => {
  const alone = actions.addNode('build/baseline', { x: 0, y: 300 })
  const before = now()
  expect(actions.drawSample(alone, 10)).toBe('')
  expect(now()).toBe(before)
})

it('insists on the very step that was asked about, and not on it with other settings', async () => {
  replan()
  await actions.trainAnyway('dbscan').catch(() => undefined)
  const insisted = () => {
    const { plan, anyway } = runStore.getState()
    return insisting(plan, anyway).steps.flatMap((step) => (step.anyway ? [step.node] : []))
  }
  expect(insisted()).toEqual(['dbscan'])
  actions.setParam('dbscan', 'eps', 7)
  replan()
  expect(insisted()).toEqual([])
})
