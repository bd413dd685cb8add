import type { JsonObject } from '@/base/json'
import { connectPorts, feedbackRefusal, findPort, fittingPort, refusal, type Side } from '@/document/connect'
import * as edits from '@/document/edits'
import { tidyPositions } from '@/document/editsTidy'
import type { FeedbackRule } from '@/document/schema'
import { definitions } from '@/nodes/definitions'
import { documentStore, edit } from '../documentStore'
import { forgetRuns } from '../results'
import { uiStore } from '../uiStore'
import { select } from './selection'

const current = () => documentStore.getState().document

/** Adds a node and selects it; without a position it goes to the centre of the view. Answers its id, or ''. */
export function addNode(type: string, position?: edits.Point, params?: JsonObject): string {
  const definition = definitions.get(type)
  if (!definition) return ''
  const added = edits.addNode(current(), { definition, position: position ?? freeSpot(), params })
  return commitNew(added)
}

/** Adds a node and wires it to the port that the wire was dragged from, as one step of undo. */
export function addNodeWired(
  type: string,
  position: edits.Point,
  from: edits.PortEnd & { side: Side },
): string {
  const definition = definitions.get(type)
  if (!definition) return ''
  const added = edits.addNode(current(), { definition, position })
  const source = current().nodes.find((node) => node.id === from.node)
  const port = findPort(definitions.get(source?.type ?? ''), from.port, from.side)
  const other = port && fittingPort(definition, port, from.side)
  if (!other) return commitNew(added)
  const here = { node: from.node, port: from.port }
  const there = { node: added.id, port: other.name }
  const [start, end] = from.side === 'output' ? [here, there] : [there, here]
  return commitNew({ id: added.id, document: connectPorts(added.document, definitions, start, end) })
}

function commitNew({ document, id }: { document: ReturnType<typeof current>; id: string }): string {
  if (!edit(() => document)) return ''
  forgetRuns([id])
  select([id])
  return id
}

/** Room that a card takes with the gap beside it, and how far around the centre a new one may go. */
const room = { x: 264, y: 136 }
const reach = [0, 1, -1, 2, -2, 3, -3]

/** The place nearest to the centre of the view where a new card hides no other one. */
function freeSpot(): edits.Point {
  const { viewCentre } = uiStore.getState()
  const taken = [...current().nodes, ...current().notes].map(({ position }) => position)
  const free = (spot: edits.Point) =>
    taken.every(({ x, y }) => Math.abs(x - spot.x) >= room.x - 48 || Math.abs(y - spot.y) >= room.y - 16)
  const spots = reach.flatMap((down) =>
    reach.map((right) => ({ right: right * room.x, down: down * room.y })),
  )
  const nearest = spots
    .sort((a, b) => Math.hypot(a.right, a.down) - Math.hypot(b.right, b.down))
    .map(({ right, down }) => ({ x: viewCentre.x + right, y: viewCentre.y + down }))
  return nearest.find(free) ?? shifted(viewCentre, taken)
}

/** Where all is full: moved down and right until no card lies exactly there. */
function shifted(centre: edits.Point, taken: edits.Point[]): edits.Point {
  const spot = { ...centre }
  while (taken.some(({ x, y }) => Math.abs(x - spot.x) < 24 && Math.abs(y - spot.y) < 24)) {
    spot.x += 32
    spot.y += 32
  }
  return spot
}

export function removeSelection(): void {
  const { selection } = uiStore.getState()
  if (selection.length === 0) return
  if (!edit((document) => edits.removeItems(document, selection))) return
  const left = new Set(current().nodes.map((node) => node.id))
  uiStore.setState(({ focused }) => ({
    selection: [],
    focused: focused !== null && left.has(focused) ? focused : null,
  }))
}

/** Removes a data wire or a feedback wire. */
export function removeWire(id: string): void {
  edit((document) => edits.removeItems(document, [id]))
}

/** Wires an output to an input. Null when done, else the reason why it was refused. */
export function connect(from: edits.PortEnd, to: edits.PortEnd): string | null {
  const reason = refusal(current(), definitions, from, to)
  if (reason !== null) return reason
  edit((document) => connectPorts(document, definitions, from, to))
  return null
}

/** Draws a feedback wire with a rule that only proposes, until the person sets another. */
export function connectFeedback(fromNode: string, toNode: string): string | null {
  const reason = feedbackRefusal(current(), definitions, fromNode, toNode)
  if (reason !== null) return reason
  const source = current().nodes.find((node) => node.id === fromNode)
  const stage = definitions.get(source?.type ?? '')?.stage
  const rule: FeedbackRule = {
    when: { kind: stage === 'monitor' ? 'drift-found' : 'objective-not-met' },
    then: { kind: 'propose', advice: '' },
    atMost: 3,
  }
  edit((document) => edits.addFeedback(document, { from: fromNode, to: toNode, rule }).document)
  return null
}

export function setRule(wireId: string, rule: FeedbackRule): void {
  edit((document) => edits.setRule(document, wireId, rule), `rule:${wireId}`)
}

/** Moves nodes and notes alike; a drag that reports many positions is one step of undo. */
export function moveNodes(positions: ReadonlyMap<string, edits.Point>): void {
  const group = `move:${[...positions.keys()].sort().join(',')}`
  edit((document) => edits.moveItems(document, positions), group)
}

/** Lays the nodes out from left to right along the wires. */
export function tidy(sizes?: ReadonlyMap<string, { width: number; height: number }>): void {
  edit((document) => edits.moveItems(document, tidyPositions(document, sizes)))
}

export function addNote(position: edits.Point): string {
  const added = edits.addNote(current(), position)
  if (!edit(() => added.document)) return ''
  select([added.id])
  return added.id
}

export function setNote(id: string, patch: edits.NotePatch): void {
  edit((document) => edits.setNote(document, id, patch), `note:${id}:${Object.keys(patch).join(',')}`)
}
