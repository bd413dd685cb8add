import { expect, it } from 'vitest'
import type { Workflow } from '@/document/schema'
import type { RunState } from '@/state/types'
import { shownNode } from './shownNode'

const document = { nodes: ['data', 'model', 'test', 'drift'].map((id) => ({ id })) } as unknown as Workflow
const stages = { data: 'gather', model: 'build', test: 'evaluate', drift: 'monitor' }
const run = (finished: string[]): RunState =>
  ({
    plan: { steps: Object.entries(stages).map(([node, stage]) => ({ node, stage })) },
    nodes: new Map(finished.map((node) => [node, { result: {} }])),
  }) as unknown as RunState

it('shows the focused node, unless it is gone', () => {
  expect(shownNode('data', document, run(['test']))).toBe('data')
  expect(shownNode('gone', document, run(['test']))).toBe('test')
})

it('shows the last finished evaluation, else the last finished step, else nothing', () => {
  expect(shownNode(null, document, run(['data', 'model', 'test', 'drift']))).toBe('test')
  expect(shownNode(null, document, run(['data', 'model']))).toBe('model')
  expect(shownNode(null, document, run([]))).toBeNull()
})
