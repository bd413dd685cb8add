/** What graph questions need of a wire; data wires only, feedback wires go backward by nature. */
export interface Edge {
  from: { node: string }
  to: { node: string }
}

/**
 * Nodes in an order in which every wire goes forward. Nodes that could go at the same time keep the order in which
 * they are given, so that the same document always gives the same order.
 * @returns `order` lacks the nodes on a cycle and all below one; `cycle` then names one cycle, in the order of its
 * wires. Wires to unknown nodes count for nothing.
 */
export function topologicalOrder(
  nodes: readonly { id: string }[],
  wires: readonly Edge[],
): { order: string[]; cycle: string[] | null } {
  const ids = new Set(nodes.map((node) => node.id))
  const below = neighbours(wires, 'from', 'to', ids)
  const waiting = new Map([...ids].map((id) => [id, 0]))
  for (const ends of below.values()) for (const end of ends) waiting.set(end, waiting.get(end)! + 1)
  const order = [...ids].filter((id) => waiting.get(id) === 0)
  for (let i = 0; i < order.length; i++) {
    for (const end of below.get(order[i]) ?? []) {
      const left = waiting.get(end)! - 1
      waiting.set(end, left)
      if (left === 0) order.push(end)
    }
  }
  return { order, cycle: order.length === ids.size ? null : findCycle(ids, order, wires) }
}

/** Every node that is left has a wire from another one that is left: following them upward must meet itself. */
function findCycle(ids: Set<string>, order: string[], wires: readonly Edge[]): string[] {
  const left = new Set(ids)
  for (const id of order) left.delete(id)
  const above = neighbours(wires, 'to', 'from', left)
  const path: string[] = []
  const places = new Map<string, number>()
  let at = [...left][0]
  while (!places.has(at)) {
    places.set(at, path.push(at) - 1)
    at = above.get(at)![0]
  }
  return path.slice(places.get(at)).reverse()
}

/** Whether data can flow from one node to the other; a node reaches itself. */
export const reaches = (wires: readonly Edge[], from: string, to: string): boolean =>
  from === to || downstream(wires, from).has(to)

/** All nodes below, the given one only when it lies on a cycle. */
export const downstream = (wires: readonly Edge[], node: string): Set<string> =>
  follow(neighbours(wires, 'from', 'to'), node)

/** All nodes above, the given one only when it lies on a cycle. */
export const upstream = (wires: readonly Edge[], node: string): Set<string> =>
  follow(neighbours(wires, 'to', 'from'), node)

function follow(next: Map<string, string[]>, start: string): Set<string> {
  const found = new Set<string>()
  const queue = [start]
  for (let i = 0; i < queue.length; i++) {
    for (const id of next.get(queue[i]) ?? []) {
      if (found.has(id)) continue
      found.add(id)
      queue.push(id)
    }
  }
  return found
}

type End = 'from' | 'to'

function neighbours(
  wires: readonly Edge[],
  here: End,
  there: End,
  among?: Set<string>,
): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const wire of wires) {
    const [at, other] = [wire[here].node, wire[there].node]
    if (among && !(among.has(at) && among.has(other))) continue
    const list = map.get(at)
    if (list) list.push(other)
    else map.set(at, [other])
  }
  return map
}
