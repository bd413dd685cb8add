import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyWorkflow } from '@/document/edits'
import type { FeedbackRule } from '@/document/schema'
import * as actions from './actions'
import { documentStore } from './documentStore'
import { historyStore } from './historyStore'
import { accuracyByRows, engineOf } from './running.fixture'
import { openDocument } from './session/session'
import { uiStore } from './uiStore'

vi.mock('@/nodes/definitions', () => import('./running.fixture'))

const iterations = () => historyStore.getState().iterations
let count = 0

beforeEach(async () => {
  uiStore.setState({ dialog: null })
  await openDocument({ document: emptyWorkflow(`document-${++count}`), trusted: true })
  actions.addNode('gather/source')
  actions.addNode('evaluate/judge')
  actions.connect({ node: 'source', port: 'data' }, { node: 'judge', port: 'data' })
})

describe('feedback', () => {
  const wireWith = (then: FeedbackRule['then'], atMost: number) => {
    expect(actions.connectFeedback('judge', 'source')).toBeNull()
    actions.setRule('feedback', { when: { kind: 'objective-not-met' }, then, atMost })
  }
  const trials = (...values: number[]): FeedbackRule['then'] => ({
    kind: 'set-parameter',
    parameter: 'rows',
    values,
  })

  it('tries the next values until the objective is met, and says why', async () => {
    engineOf(accuracyByRows)
    wireWith(trials(20, 40, 60, 80), 10)
    await actions.run()
    expect(iterations().map((iteration) => iteration.primary?.value)).toEqual([0.1, 0.2, 0.4, 0.6])
    expect(iterations()[1].cause).toEqual({
      kind: 'feedback',
      wire: 'feedback',
      sentence:
        'The objective is not met: Accuracy is 0.100, wanted is at least 0.500. Title · Rows is set to 20.',
    })
  })

  it('ends after as many tries as the rule allows, and a new press of Run allows more', async () => {
    engineOf(accuracyByRows)
    wireWith(trials(11, 12, 13, 14, 15), 2)
    await actions.run()
    expect(iterations()).toHaveLength(3)
    expect(historyStore.getState().proposals[0].sentence).toMatch(/acted 2 times/)
    await actions.run()
    expect(iterations()).toHaveLength(4)
  })

  it('does not go round for ever when a change has no effect', async () => {
    const ran = engineOf(accuracyByRows)
    wireWith(trials(10, 10, 10), 50)
    await actions.run()
    expect(ran.length).toBeLessThanOrEqual(2)
  })

  it('only proposes when it may only propose, and takes a change back by undo', async () => {
    engineOf(accuracyByRows)
    wireWith({ kind: 'propose', advice: 'Gather more rows.' }, 1)
    await actions.run()
    expect(iterations()).toHaveLength(1)
    expect(historyStore.getState().proposals[0].sentence).toMatch(/Gather more rows\.$/)
    actions.setRule('feedback', { when: { kind: 'objective-not-met' }, then: trials(70), atMost: 1 })
    await actions.run()
    expect(documentStore.getState().document.nodes[0].params).toEqual({ rows: 70 })
    actions.undo()
    expect(documentStore.getState().document.nodes[0].params).toEqual({})
  })

  it('adds the same monitored rows once, and then says that the source has them', async () => {
    const ran = engineOf(accuracyByRows, 'done', async () => new Uint8Array([1, 2, 3]))
    wireWith({ kind: 'append-data' }, 5)
    await actions.run()
    const { document } = documentStore.getState()
    expect(document.nodes[0].params.appended).toEqual([document.files[0].hash])
    expect(ran).toHaveLength(2)
    expect(historyStore.getState().proposals[0].sentence).toMatch(
      /these rows are already part of the source\.$/,
    )
  })

  it('leaves a document alone that is opened while it waits, and runs nothing there', async () => {
    let deliver = (_: Uint8Array) => undefined as void
    let asked = () => undefined as void
    const isAsked = new Promise<void>((resolve) => (asked = resolve))
    const ran = engineOf(accuracyByRows, 'done', () => {
      asked()
      return new Promise((resolve) => (deliver = resolve))
    })
    wireWith({ kind: 'append-data' }, 5)
    const running = actions.run()
    await isAsked
    const { nodes } = documentStore.getState().document
    const other = { ...emptyWorkflow(`foreign-${count}`), nodes }
    await openDocument({ document: other, trusted: false })
    deliver(new Uint8Array([1]))
    await running
    expect(ran).toHaveLength(1)
    expect(documentStore.getState().document).toBe(other)
    expect(historyStore.getState().proposals).toEqual([])
  })

  it('runs the document as it is when its turn comes, and not one that took its place', async () => {
    const ran = engineOf(accuracyByRows)
    const { document } = documentStore.getState()
    const running = actions.run()
    documentStore.setState({ document: { ...document, id: 'another' } })
    await running
    expect(ran).toEqual([])
    expect(uiStore.getState().dialog).toBeNull()
  })

  it('tells of a rule that could not be followed without calling it a run that could not start', async () => {
    engineOf(accuracyByRows, 'done', () => Promise.reject(new Error('the worker is gone')))
    wireWith({ kind: 'append-data' }, 1)
    await actions.run()
    expect(iterations()).toHaveLength(1)
    expect(uiStore.getState().dialog).toMatchObject({
      title: 'A feedback rule could not be followed',
      text: 'the worker is gone',
    })
  })
})
