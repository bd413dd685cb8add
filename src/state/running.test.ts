import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Json } from '@/base/json'
import type { EngineEvent, RunOutcome, StepResult } from '@/contract/events'
import { emptyWorkflow } from '@/document/edits'
import type { FeedbackRule } from '@/document/schema'
import { loadIterations } from '@/history/store'
import type { Plan, Step } from '@/plan/types'
import * as actions from './actions'
import { documentStore } from './documentStore'
import { setEngine } from './engine'
import { historyStore } from './historyStore'
import { runStore } from './runStore'
import { flushDocument } from './session/saving'
import { openDocument } from './session/session'

vi.mock('@/nodes/definitions', async () => {
  const { defineNode } = await import('@/contract/node')
  const text = { version: 1, title: 'Title', summary: '', explain: { does: '', when: '', pitfalls: '' } }
  const source = defineNode({
    ...text,
    type: 'gather/source',
    stage: 'gather',
    inputs: {},
    outputs: { data: 'dataset' },
    params: z.strictObject({ rows: z.number().default(10).meta({ title: 'Rows' }) }),
  })
  const judge = defineNode({
    ...text,
    type: 'evaluate/judge',
    stage: 'evaluate',
    inputs: { data: 'dataset' },
    outputs: { evaluation: 'evaluation' },
    params: z.strictObject({}),
  })
  return { definitions: new Map([source, judge].map((definition) => [definition.type, definition])) }
})

type Compute = (step: Step) => { metrics?: Record<string, number>; preview?: Json }

/** An engine that does at once what the test says. */
function engineOf(compute: Compute, outcome: RunOutcome = 'done') {
  const ran: string[][] = []
  const keys = new Set<string>()
  setEngine(({ onEvent }) => ({
    run: async (plan: Plan) => {
      ran.push(plan.steps.map((step) => step.node))
      const say = (event: EngineEvent) => onEvent(event)
      say({ kind: 'run-started', steps: [] })
      for (const step of plan.steps) {
        say({ kind: 'step-done', cached: keys.has(step.key), result: resultOf(step, compute(step)) })
        keys.add(step.key)
      }
      say({ kind: 'run-finished', outcome, durationMs: 5, backend: 'wasm' })
      return outcome
    },
    cancel: async () => undefined,
    exportCsv: async () => null,
    dispose: () => undefined,
  }))
  return ran
}

const resultOf = (step: Step, made: ReturnType<Compute>): StepResult => ({
  node: step.node,
  key: step.key,
  figure: '',
  outputs: [],
  warnings: [],
  durationMs: 1,
  preview: made.preview ?? null,
  metrics: made.metrics ?? {},
})

/** Accuracy grows with the rows of the source. */
const accuracyByRows: Compute = (step) => {
  if (step.stage !== 'evaluate') return {}
  const { rows } = documentStore.getState().document.nodes[0].params
  const value = (typeof rows === 'number' ? rows : 10) / 100
  const verdict = {
    met: value >= 0.5,
    metric: 'accuracy',
    value,
    threshold: 0.5,
    direction: 'higher',
    node: 'm',
  }
  const metrics = [{ metric: 'accuracy', value, low: null, high: null }]
  return {
    metrics: { accuracy: value },
    preview: { primary: 'accuracy', best: 'm', verdict, models: [{ node: 'm', metrics }] },
  }
}

const iterations = () => historyStore.getState().iterations
let count = 0

beforeEach(async () => {
  await openDocument({ document: emptyWorkflow(`document-${++count}`), trusted: true })
  actions.addNode('gather/source')
  actions.addNode('evaluate/judge')
  actions.connect({ node: 'source', port: 'data' }, { node: 'judge', port: 'data' })
})

describe('run', () => {
  it('leaves an iteration, and pressing it again changes nothing but time', async () => {
    engineOf(accuracyByRows)
    await actions.run()
    await actions.run()
    expect(iterations()).toHaveLength(1)
    expect(iterations()[0]).toMatchObject({
      number: 1,
      repeats: 1,
      backend: 'wasm',
      primary: { value: 0.1, met: false },
    })
  })

  it('makes a second iteration that names the changed parameter, and compares only what moved', async () => {
    engineOf(accuracyByRows)
    await actions.run()
    actions.setParam('source', 'rows', 60)
    await actions.run()
    expect(iterations()[1].changes).toEqual([
      { kind: 'parameter', node: 'source', what: 'Title · Rows', before: 10, after: 60 },
    ])
    iterations().forEach((iteration) => actions.toggleCompared(iteration.id))
    const { facts, metrics, nodes } = actions.comparison()!
    expect(facts.map((fact) => [fact.what, fact.values])).toEqual([['Title · Rows', [10, 60]]])
    expect(metrics.map((metric) => metric.values.map((value) => value?.value))).toEqual([[0.1, 0.6]])
    expect(nodes).toEqual(['source'])
  })

  it('keeps one copy of the results of a step that two iterations share', async () => {
    engineOf(accuracyByRows)
    actions.addNode('gather/source')
    await actions.run()
    actions.setParam('source', 'rows', 60)
    await actions.run()
    const [first, second] = iterations().map(({ results }) => results)
    expect(second['source-2']).toBe(first['source-2'])
    expect(second.source).not.toBe(first.source)
  })

  it('leaves nothing when it was cancelled', async () => {
    engineOf(accuracyByRows, 'cancelled')
    await actions.run()
    expect(iterations()).toEqual([])
    expect(runStore.getState().running).toBeNull()
  })

  it('does nothing in a document from elsewhere until it is allowed', async () => {
    const ran = engineOf(accuracyByRows)
    documentStore.setState({ mode: 'inspect' })
    await actions.run()
    expect(ran).toEqual([])
    await actions.allowDocument()
    await actions.run()
    expect(ran).toHaveLength(1)
  })

  it('grows a branch from a restored iteration', async () => {
    engineOf(accuracyByRows)
    await actions.run()
    actions.setParam('source', 'rows', 20)
    await actions.run()
    actions.restoreIteration(iterations()[0].id)
    expect(documentStore.getState().document.nodes[0].params).toEqual({})
    actions.setParam('source', 'rows', 30)
    await actions.run()
    expect(iterations()[2].parent).toBe(iterations()[0].id)
  })

  it('keeps iterations and their marks on the device', async () => {
    engineOf(accuracyByRows)
    await actions.run()
    await flushDocument()
    actions.nameIteration(iterations()[0].id, ' First ')
    actions.starIteration(iterations()[0].id, true)
    await flushDocument()
    const [stored] = await loadIterations(documentStore.getState().document.id)
    expect(stored).toMatchObject({
      name: 'First',
      starred: true,
      number: 1,
      metrics: { judge: { accuracy: 0.1 } },
    })
  })
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
})
