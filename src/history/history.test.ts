import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Json } from '@/base/json'
import { defineNode } from '@/contract/node'
import * as edits from '@/document/edits'
import type { FeedbackRule, FeedbackWire } from '@/document/schema'
import { findCondition } from './conditions'
import { diffWorkflows } from './diff'
import { layBranches } from './tree'
import type { Iteration, Results } from './types'

const text = { version: 1, summary: '' }
const scale = defineNode({
  ...text,
  type: 'prepare/scale',
  stage: 'prepare',
  title: 'Scale',
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
  params: z.strictObject({
    method: z
      .enum(['standard', 'robust'])
      .default('standard')
      .meta({ title: 'Method', options: { robust: 'Robust', standard: 'Standard' } }),
    file: z.json().default(null).meta({ title: 'File', widget: 'file' }),
  }),
})
const definitions = new Map([[scale.type, scale]])
const place = { definition: scale, position: { x: 0, y: 0 } }
const base = edits.addNode(edits.addNode(edits.emptyWorkflow('test'), place).document, place).document
const changes = (after: typeof base, before = base) =>
  diffWorkflows(before, after, definitions).map(({ kind, what, before: old, after: now }) => [
    kind,
    what,
    old,
    now,
  ])

describe('what differs between two workflows', () => {
  it('is nothing after moving, renaming, noting, or writing a default out', () => {
    let document = edits.moveItems(base, new Map([['scale', { x: 9, y: 9 }]]))
    document = edits.addNote(edits.setName(document, 'other'), { x: 0, y: 0 }).document
    document = edits.setParam(edits.setTitle(document, 'scale', 'Mine'), 'scale', 'method', 'standard')
    expect(changes(document)).toEqual([])
  })

  it('names parameters and their values as a person reads them', () => {
    const document = edits.setSeed(edits.setParam(base, 'scale-2', 'method', 'robust'), 7)
    expect(changes(document)).toEqual([
      ['seed', 'Seed', 42, 7],
      ['parameter', 'Scale · Method', 'Standard', 'Robust'],
    ])
  })

  it('calls another file other data', () => {
    const document = edits.setParam(base, 'scale', 'file', { hash: 'a', name: 'a.csv', size: 1 })
    expect(changes(document)).toEqual([['data', 'Scale · File', null, 'a.csv']])
  })

  it('lists a node that comes or goes once, with its wires but without its parameters', () => {
    const wired = edits.addWire(
      base,
      { node: 'scale', port: 'data' },
      { node: 'scale-2', port: 'data' },
    ).document
    const removed = edits.removeItems(wired, ['scale-2'])
    expect(changes(removed, wired)).toEqual([
      ['node-removed', 'Scale', 'Scale', null],
      ['wire', 'Scale → Scale', 'wired', null],
    ])
    expect(changes(wired, removed).map(([kind]) => kind)).toEqual(['node-added', 'wire'])
  })
})

const resultsWith = (preview: Json): Results =>
  ({ judge: { node: 'judge', preview, metrics: {} } }) as unknown as Results
const evaluation = (metric: string, value: number, low: number | null = null, high: number | null = null) =>
  resultsWith({
    primary: metric,
    best: 'm',
    verdict: null,
    models: [{ node: 'm', metrics: [{ metric, value, low, high }] }],
  })
const wire = (when: FeedbackRule['when']): FeedbackWire => ({
  id: 'f',
  from: 'judge',
  to: 'scale',
  rule: { when, then: { kind: 'propose', advice: '' }, atMost: 1 },
})

describe('conditions of feedback', () => {
  it('finds a metric below its value, and an error above it', () => {
    const below = (metric: string, value: number, found: number) =>
      findCondition(wire({ kind: 'metric-below', metric, value }), evaluation(metric, found), null)
    expect(below('accuracy', 0.8, 0.7)).toBe('Accuracy is 0.700, below 0.800.')
    expect(below('accuracy', 0.8, 0.8)).toBeNull()
    expect(below('rmse', 3, 4)).toBe('RMSE is 4.000, above 3.000.')
    expect(below('rmse', 3, 2)).toBeNull()
  })

  it('finds a fall since the iteration before, beyond chance where intervals are known', () => {
    const fell = (now: Results, before: Results | null) =>
      findCondition(wire({ kind: 'performance-fell' }), now, before)
    expect(fell(evaluation('accuracy', 0.7), evaluation('accuracy', 0.8))).toMatch(/from 0.800 to 0.700/)
    expect(fell(evaluation('accuracy', 0.7, 0.6, 0.81), evaluation('accuracy', 0.85, 0.8, 0.9))).toBeNull()
    expect(
      fell(evaluation('accuracy', 0.7, 0.6, 0.75), evaluation('accuracy', 0.85, 0.8, 0.9)),
    ).not.toBeNull()
    expect(fell(evaluation('rmse', 5), evaluation('rmse', 4))).not.toBeNull()
    expect(fell(evaluation('accuracy', 0.7), null)).toBeNull()
  })

  it('finds drift by its alert, and nothing where the node gave no result', () => {
    const drift = (alert: boolean) =>
      resultsWith({ kind: 'drift', alert, driftedShare: 0.5, performance: null })
    expect(findCondition(wire({ kind: 'drift-found' }), drift(true), null)).toMatch(/50\.0 %/)
    expect(findCondition(wire({ kind: 'drift-found' }), drift(false), null)).toBeNull()
    expect(findCondition({ ...wire({ kind: 'drift-found' }), from: 'gone' }, drift(true), null)).toBeNull()
  })
})

describe('the tree of iterations', () => {
  it('goes on in one lane until a restored iteration is run again', () => {
    const parents: [string, string | null][] = [
      ['a', null],
      ['b', 'a'],
      ['c', 'a'],
      ['d', 'c'],
      ['e', 'b'],
    ]
    const iterations = parents.map(([id, parent]) => ({ id, parent }) as Iteration)
    expect(layBranches(iterations).map((branch) => branch.lane)).toEqual([0, 0, 1, 1, 0])
  })
})
