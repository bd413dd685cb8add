import { sameJson, type Json, type JsonObject } from '@/base/json'
import type { AnyDefinition } from '@/contract/node'
import {
  currentVersion,
  formatName,
  type FeedbackRule,
  type Note,
  type Wire,
  type Workflow,
  type WorkflowFile,
  type WorkflowNode,
} from './schema'

/**
 * Every change of a workflow, as pure functions from one workflow to the next. What an edit does not touch is
 * shared with the workflow before it, so that undo is cheap and unchanged parts are recognised by identity.
 */
export interface Point {
  x: number
  y: number
}

export interface PortEnd {
  node: string
  port: string
}

const maximumCoordinate = 1e6

export function emptyWorkflow(id: string, name = 'Untitled workflow'): Workflow {
  return {
    format: formatName,
    version: currentVersion,
    id,
    name,
    seed: 42,
    nodes: [],
    wires: [],
    feedback: [],
    notes: [],
    files: [],
  }
}

/** The first of `stem`, `stem-2`, `stem-3` … that is free: ids are read by people who use the command line. */
export function freeId(stem: string, taken: Iterable<{ id: string }>): string {
  const used = new Set([...taken].map((item) => item.id))
  if (!used.has(stem)) return stem
  for (let number = 2; ; number++) if (!used.has(`${stem}-${number}`)) return `${stem}-${number}`
}

const everyItem = (document: Workflow) => [
  ...document.nodes,
  ...document.wires,
  ...document.feedback,
  ...document.notes,
]

/** Inside the bounds of the file format, whole pixels. */
export function boundedPosition({ x, y }: Point): Point {
  return { x: boundedCoordinate(x), y: boundedCoordinate(y) }
}

function boundedCoordinate(value: number): number {
  return Number.isFinite(value)
    ? Math.round(Math.max(-maximumCoordinate, Math.min(maximumCoordinate, value)))
    : 0
}

export interface NewNode {
  definition: Pick<AnyDefinition, 'type' | 'version'>
  position: Point
  params?: JsonObject
}

export function addNode(
  document: Workflow,
  { definition, position, params = {} }: NewNode,
): { document: Workflow; id: string } {
  const stem = definition.type.slice(definition.type.lastIndexOf('/') + 1)
  const id = freeId(stem, everyItem(document))
  const node: WorkflowNode = {
    id,
    type: definition.type,
    typeVersion: definition.version,
    title: '',
    params,
    position: boundedPosition(position),
  }
  return { document: { ...document, nodes: [...document.nodes, node] }, id }
}

/** Removes nodes, wires, feedback wires and notes with the given ids, and the wires that hang on them. */
export function removeItems(document: Workflow, ids: Iterable<string>): Workflow {
  const gone = new Set(ids)
  const stays = (item: { id: string }) => !gone.has(item.id)
  return {
    ...document,
    nodes: keep(document.nodes, stays),
    wires: keep(
      document.wires,
      (wire) => stays(wire) && !gone.has(wire.from.node) && !gone.has(wire.to.node),
    ),
    feedback: keep(document.feedback, (wire) => stays(wire) && !gone.has(wire.from) && !gone.has(wire.to)),
    notes: keep(document.notes, stays),
  }
}

/** Like `filter`, but answers the same array when everything stays. */
function keep<T>(items: T[], stays: (item: T) => boolean): T[] {
  const kept = items.filter(stays)
  return kept.length === items.length ? items : kept
}

export function addWire(document: Workflow, from: PortEnd, to: PortEnd): { document: Workflow; id: string } {
  const id = freeId('wire', everyItem(document))
  const wire: Wire = { id, from: { ...from }, to: { ...to } }
  return { document: { ...document, wires: [...document.wires, wire] }, id }
}

export interface NewFeedback {
  from: string
  to: string
  rule: FeedbackRule
}

export function addFeedback(
  document: Workflow,
  { from, to, rule }: NewFeedback,
): { document: Workflow; id: string } {
  const id = freeId('feedback', everyItem(document))
  return { document: { ...document, feedback: [...document.feedback, { id, from, to, rule }] }, id }
}

export function setRule(document: Workflow, wire: string, rule: FeedbackRule): Workflow {
  return { ...document, feedback: patch(document.feedback, wire, () => ({ rule })) }
}

/** The edited workflow; the same one when the parameter has that value already. */
export function setParam(document: Workflow, node: string, name: string, value: Json): Workflow {
  return setParams(document, node, { [name]: value })
}

export function setParams(document: Workflow, node: string, values: JsonObject): Workflow {
  const { nodes } = document
  const changed = patch(nodes, node, ({ params }) => {
    const known = Object.entries(values).every(
      ([name, value]) => Object.hasOwn(params, name) && sameJson(params[name], value),
    )
    return known ? null : { params: { ...params, ...values } }
  })
  return changed === nodes ? document : { ...document, nodes: changed }
}

/** An empty title stands for the title of the type. */
export function setTitle(document: Workflow, node: string, title: string): Workflow {
  const { nodes } = document
  const bounded = title.trim().slice(0, 200)
  const changed = patch(nodes, node, (before) => (before.title === bounded ? null : { title: bounded }))
  return changed === nodes ? document : { ...document, nodes: changed }
}

/** Moves nodes and notes alike; those that stay keep their identity. */
export function moveItems(document: Workflow, positions: ReadonlyMap<string, Point>): Workflow {
  const move = <T extends { id: string; position: Point }>(item: T): T => {
    const wanted = positions.get(item.id)
    if (!wanted) return item
    const position = boundedPosition(wanted)
    return position.x === item.position.x && position.y === item.position.y ? item : { ...item, position }
  }
  const nodes = mapSame(document.nodes, move)
  const notes = mapSame(document.notes, move)
  return nodes === document.nodes && notes === document.notes ? document : { ...document, nodes, notes }
}

export function addNote(document: Workflow, position: Point): { document: Workflow; id: string } {
  const id = freeId('note', everyItem(document))
  const note: Note = { id, text: '', position: boundedPosition(position), width: 220, height: 120 }
  return { document: { ...document, notes: [...document.notes, note] }, id }
}

export type NotePatch = Partial<Omit<Note, 'id'>>

export function setNote(document: Workflow, id: string, change: NotePatch): Workflow {
  return { ...document, notes: patch(document.notes, id, (note) => boundedNote({ ...note, ...change })) }
}

function boundedNote(note: Note): Note {
  return {
    ...note,
    text: note.text.slice(0, 5000),
    position: boundedPosition(note.position),
    width: boundedSize(note.width, 40),
    height: boundedSize(note.height, 20),
  }
}

const boundedSize = (size: number, least: number): number =>
  Number.isFinite(size) ? Math.round(Math.max(least, Math.min(4000, size))) : least

export function setName(document: Workflow, name: string): Workflow {
  return name === document.name ? document : { ...document, name: name.slice(0, 200) }
}

const maximumFiles = 100

/** Names a data file in the workflow; files that no parameter names any more make room for it. */
export function addFile(document: Workflow, file: WorkflowFile): Workflow {
  if (document.files.some((known) => known.hash === file.hash)) return document
  const used = document.files.filter((known) => isFileUsed(document, known.hash))
  return { ...document, files: [...used, file].slice(-maximumFiles) }
}

/** Whether a parameter names the file by its content hash. */
export const isFileUsed = (document: Workflow, hash: string): boolean =>
  document.nodes.some((node) => JSON.stringify(node.params).includes(hash))

/** A whole number from 0 to 2³² - 1; anything else is brought there. */
export function setSeed(document: Workflow, seed: number): Workflow {
  const bounded = Number.isFinite(seed) ? Math.max(0, Math.min(4294967295, Math.trunc(seed))) : 0
  return bounded === document.seed ? document : { ...document, seed: bounded }
}

/** `change` answers null for an item that stays as it is. */
function patch<T extends { id: string }>(
  items: T[],
  id: string,
  change: (item: T) => Partial<T> | null,
): T[] {
  return mapSame(items, (item) => {
    const part = item.id === id ? change(item) : null
    return part ? { ...item, ...part } : item
  })
}

/** Like `map`, but answers the same array when no item changed. */
function mapSame<T>(items: T[], change: (item: T) => T): T[] {
  let changed = false
  const next = items.map((item) => {
    const result = change(item)
    if (result !== item) changed = true
    return result
  })
  return changed ? next : items
}
