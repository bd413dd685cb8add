import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { StepResult } from '@/contract/events'
import { emptyWorkflow } from '@/document/edits'
import {
  addNode,
  duplicateSelection,
  moveNodes,
  redo,
  removeSelection,
  select,
  setParam,
  undo,
} from './actions'
import { documentStore, replaceDocument } from './documentStore'
import { startPlanning } from './planning'
import { runStore } from './runStore'
import { hasUndo } from './selectors'
import { uiStore } from './uiStore'

let clock = 0
vi.spyOn(Date, 'now').mockImplementation(() => clock)

beforeEach(() => {
  clock += 10_000
  replaceDocument(emptyWorkflow('test'), 'edit')
})

const nodes = () => documentStore.getState().document.nodes
const type = (text: string) => {
  for (let i = 1; i <= text.length; i++) setParam('scale', 'method', text.slice(0, i))
}

describe('undo', () => {
  it('takes a burst of typing back at once', () => {
    addNode('prepare/scale')
    type('robust')
    expect(nodes()[0].params.method).toBe('robust')
    undo()
    expect(nodes()[0].params).toEqual({})
    undo()
    expect(nodes()).toEqual([])
    expect(hasUndo()).toBe(false)
  })

  it('begins a new step after a pause and for another field', () => {
    addNode('prepare/scale')
    setParam('scale', 'method', 'a')
    clock += 801
    setParam('scale', 'method', 'b')
    setParam('scale', 'columns', ['x'])
    undo()
    expect(nodes()[0].params).toEqual({ method: 'b' })
    undo()
    expect(nodes()[0].params).toEqual({ method: 'a' })
  })

  it('keeps each of two quick adds', () => {
    addNode('prepare/scale')
    addNode('prepare/scale')
    undo()
    expect(nodes()).toHaveLength(1)
  })

  it('takes a drag that reports many positions back at once', () => {
    addNode('prepare/scale', { x: 0, y: 0 })
    for (let x = 1; x <= 30; x++) moveNodes(new Map([['scale', { x, y: 0 }]]))
    undo()
    expect(nodes()[0].position).toEqual({ x: 0, y: 0 })
    redo()
    expect(nodes()[0].position).toEqual({ x: 30, y: 0 })
  })

  it('does not join an edit to the step that was just undone, and forgets what could be redone', () => {
    addNode('prepare/scale')
    setParam('scale', 'method', 'a')
    undo()
    setParam('scale', 'method', 'b')
    redo()
    expect(nodes()[0].params).toEqual({ method: 'b' })
    undo()
    expect(nodes()[0].params).toEqual({})
  })

  it('brings a deleted node back with its place', () => {
    const id = addNode('prepare/scale', { x: 5, y: 6 })
    select([id])
    removeSelection()
    expect(nodes()).toEqual([])
    undo()
    expect(nodes()[0]).toMatchObject({ id, position: { x: 5, y: 6 } })
  })

  it('shows no results of another node that had the same id', () => {
    const id = addNode('prepare/scale')
    const result = { key: 'k' } as StepResult
    const run = { type: 'prepare/scale', result, error: null, progress: null, blockedBy: null }
    runStore.setState({ nodes: new Map([[id, run]]) })
    const other = { ...nodes()[0], type: 'prepare/impute' }
    const stop = startPlanning()
    documentStore.setState(({ document }) => ({ document: { ...document, nodes: [other] } }))
    stop()
    expect(runStore.getState().nodes.has(id)).toBe(false)
  })

  it('gives a copy none of the results that a deleted node of its id has left', () => {
    const id = addNode('prepare/scale')
    select([id])
    duplicateSelection()
    const [copy] = uiStore.getState().selection
    removeSelection()
    const run = { result: { key: 'k' } as StepResult, error: null, progress: null, blockedBy: null }
    runStore.setState({ nodes: new Map([[copy, run]]) })
    select([id])
    duplicateSelection()
    expect(uiStore.getState().selection).toEqual([copy])
    expect(runStore.getState().nodes.has(copy)).toBe(false)
  })

  it('leaves results and a read-only document alone', () => {
    addNode('prepare/scale')
    const results = runStore.getState().nodes
    undo()
    expect(runStore.getState().nodes).toBe(results)
    documentStore.setState({ mode: 'read-only' })
    expect(addNode('prepare/scale')).toBe('')
    redo()
    expect(nodes()).toEqual([])
  })
})
