import type { Edge, Node } from '@xyflow/react'
import { stageTitle, type StageId } from '@/contract/stages'
import type { FeedbackWire, Note, Wire, Workflow, WorkflowNode } from '@/document/schema'
import { definitions } from '@/nodes/definitions'
import { titleOf } from '@/state/selectors'
import { feedbackIn, feedbackOut, inputHandle, outputHandle } from './ports'

export type CardNode = Node<{ node: WorkflowNode }, 'card'>
export type NoteNode = Node<{ note: Note }, 'note'>
export type FlowNode = CardNode | NoteNode
export type DataEdge = Edge<{ wire: Wire }, 'data'>
export type FeedbackEdge = Edge<{ wire: FeedbackWire; lane: number }, 'feedback'>
export type FlowEdge = DataEdge | FeedbackEdge

export const stageOf = (node: Pick<WorkflowNode, 'type'>): StageId | null =>
  definitions.get(node.type)?.stage ?? null

/** The name of a card for screen readers: title, then stage. */
export function cardLabel(node: WorkflowNode): string {
  const stage = stageOf(node)
  return `${titleOf(node)}, ${stage ? stageTitle(stage) : 'unknown type'}`
}

/** Nodes for React Flow; those whose item, place and selection are as before keep their identity. */
export function toFlowNodes(
  document: Workflow,
  selection: readonly string[],
  before: readonly FlowNode[],
): FlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]))
  const chosen = new Set(selection)
  const cards = document.nodes.map((node) => reuse(known.get(node.id), cardOf(node, chosen.has(node.id))))
  const notes = document.notes.map((note) => reuse(known.get(note.id), noteOf(note, chosen.has(note.id))))
  const next = [...notes, ...cards]
  return next.length === before.length && next.every((node, i) => node === before[i])
    ? (before as FlowNode[])
    : next
}

function reuse(old: FlowNode | undefined, next: FlowNode): FlowNode {
  if (!old || old.type !== next.type) return next
  if (
    old.selected === next.selected &&
    itemOf(old) === itemOf(next) &&
    (old.dragging || samePlace(old, next))
  )
    return old
  return {
    ...old,
    ...next,
    position: old.dragging ? old.position : next.position,
    measured: old.measured,
  } as FlowNode
}

const itemOf = (node: FlowNode): unknown => (node.type === 'note' ? node.data.note : node.data.node)

const samePlace = (a: FlowNode, b: FlowNode) => a.position.x === b.position.x && a.position.y === b.position.y

function cardOf(node: WorkflowNode, selected: boolean): CardNode {
  return {
    id: node.id,
    type: 'card',
    position: node.position,
    selected,
    data: { node },
    ariaLabel: cardLabel(node),
    domAttributes: { 'aria-describedby': `state-${node.id}`, 'aria-roledescription': 'node' },
  }
}

function noteOf(note: Note, selected: boolean): NoteNode {
  return {
    id: note.id,
    type: 'note',
    position: note.position,
    selected,
    data: { note },
    width: note.width,
    height: note.height,
    zIndex: -1,
    ariaLabel: `Note: ${note.text.slice(0, 60) || 'empty'}`,
    domAttributes: { 'aria-roledescription': 'note' },
  }
}

export function toFlowEdges(
  document: Workflow,
  selection: readonly string[],
  before: readonly FlowEdge[],
): FlowEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]))
  const chosen = new Set(selection)
  const titles = new Map(document.nodes.map((node) => [node.id, titleOf(node)]))
  const data = document.wires.map((wire) =>
    reuseEdge(known.get(wire.id), dataEdge(wire, chosen.has(wire.id), titles)),
  )
  const feedback = document.feedback.map((wire, lane) =>
    reuseEdge(known.get(wire.id), feedbackEdge(wire, lane, chosen.has(wire.id), titles)),
  )
  return [...data, ...feedback]
}

function reuseEdge(old: FlowEdge | undefined, next: FlowEdge): FlowEdge {
  const same =
    old &&
    old.selected === next.selected &&
    old.data?.wire === next.data?.wire &&
    old.ariaLabel === next.ariaLabel
  return same ? old : next
}

type Titles = ReadonlyMap<string, string>

const named = (titles: Titles, id: string) => titles.get(id) ?? id

function dataEdge(wire: Wire, selected: boolean, titles: Titles): DataEdge {
  return {
    id: wire.id,
    type: 'data',
    source: wire.from.node,
    sourceHandle: outputHandle(wire.from.port),
    target: wire.to.node,
    targetHandle: inputHandle(wire.to.port),
    selected,
    data: { wire },
    ariaLabel: `Wire from ${named(titles, wire.from.node)} to ${named(titles, wire.to.node)}`,
  }
}

function feedbackEdge(wire: FeedbackWire, lane: number, selected: boolean, titles: Titles): FeedbackEdge {
  return {
    id: wire.id,
    type: 'feedback',
    source: wire.from,
    sourceHandle: feedbackOut,
    target: wire.to,
    targetHandle: feedbackIn,
    selected,
    zIndex: 0,
    data: { wire, lane },
    ariaLabel: `Feedback wire from ${named(titles, wire.from)} to ${named(titles, wire.to)}`,
  }
}
