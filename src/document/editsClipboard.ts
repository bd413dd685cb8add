import { boundedPosition, freeId, type Point } from './edits'
import type { Workflow } from './schema'

/** A part of a workflow that can be pasted: items, and the wires among them. */
export type Fragment = Pick<Workflow, 'nodes' | 'wires' | 'feedback' | 'notes'>

/** Nodes and notes with the given ids, and the wires whose two ends are both among them. */
export function copyItems(document: Workflow, ids: Iterable<string>): Fragment {
  const chosen = new Set(ids)
  return {
    nodes: document.nodes.filter((node) => chosen.has(node.id)),
    wires: document.wires.filter((wire) => chosen.has(wire.from.node) && chosen.has(wire.to.node)),
    feedback: document.feedback.filter((wire) => chosen.has(wire.from) && chosen.has(wire.to)),
    notes: document.notes.filter((note) => chosen.has(note.id)),
  }
}

/** The corner of a fragment that its position is measured from; null when it is empty. */
export function cornerOf(fragment: Fragment): Point | null {
  const items = [...fragment.nodes, ...fragment.notes]
  if (items.length === 0) return null
  return {
    x: Math.min(...items.map((item) => item.position.x)),
    y: Math.min(...items.map((item) => item.position.y)),
  }
}

/**
 * Adds a copy of the fragment, shifted by `offset`, under free ids.
 * @returns the workflow and the ids of the new nodes and notes.
 */
export function pasteItems(
  document: Workflow,
  fragment: Fragment,
  offset: Point,
): { document: Workflow; ids: string[] } {
  const taken = [...document.nodes, ...document.wires, ...document.feedback, ...document.notes].map(
    ({ id }) => ({ id }),
  )
  const names = new Map<string, string>()
  const rename = <T extends { id: string }>(item: T): T => {
    const id = freeId(stemOf(item.id), taken)
    taken.push({ id })
    names.set(item.id, id)
    return { ...item, id }
  }
  const place = <T extends { id: string; position: Point }>(item: T): T => ({
    ...rename(item),
    position: boundedPosition({ x: item.position.x + offset.x, y: item.position.y + offset.y }),
  })
  const nodes = fragment.nodes.map(place)
  const notes = fragment.notes.map(place)
  const name = (id: string) => names.get(id) ?? id
  const wires = fragment.wires.map((wire) => ({
    ...rename(wire),
    from: { ...wire.from, node: name(wire.from.node) },
    to: { ...wire.to, node: name(wire.to.node) },
  }))
  const feedback = fragment.feedback.map((wire) => ({
    ...rename(wire),
    from: name(wire.from),
    to: name(wire.to),
  }))
  return {
    document: {
      ...document,
      nodes: [...document.nodes, ...nodes],
      wires: [...document.wires, ...wires],
      feedback: [...document.feedback, ...feedback],
      notes: [...document.notes, ...notes],
    },
    ids: [...nodes, ...notes].map((item) => item.id),
  }
}

/** `scale-2` and `scale` give `scale`, so that copies are numbered on instead of `scale-2-2`. */
const stemOf = (id: string): string => (id.replace(/-\d+$/, '') || id).slice(0, 50)
