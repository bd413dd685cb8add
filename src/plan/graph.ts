/** For each node, the nodes that it needs, in the order of its wires. */
export type Needs = ReadonlyMap<string, readonly string[]>

/**
 * Every node after all that it needs; nodes that are free to go keep the order of the map. What stands on a cycle,
 * or below one, comes last.
 */
export function inRunningOrder(needs: Needs): string[] {
  const order: string[] = []
  const open = new Map([...needs].map(([id, from]) => [id, from.length]))
  const users = usersOf(needs)
  const free = [...needs.keys()].filter((id) => open.get(id) === 0)
  for (const id of free) {
    order.push(id)
    for (const user of users.get(id) ?? []) {
      const left = open.get(user)! - 1
      open.set(user, left)
      if (left === 0) free.push(user)
    }
  }
  const placed = new Set(order)
  return [...order, ...[...needs.keys()].filter((id) => !placed.has(id))]
}

/** Node → the nodes that need it. One entry a wire, so that two wires between the same nodes count twice. */
export function usersOf(needs: Needs): Map<string, string[]> {
  const users = new Map<string, string[]>()
  for (const [id, from] of needs) {
    for (const source of from) {
      const known = users.get(source)
      if (known) known.push(id)
      else users.set(source, [id])
    }
  }
  return users
}

/** Node → all nodes of the cycle that it stands on; by Tarjan's strongly connected components. */
export function findCycles(needs: Needs): Map<string, string[]> {
  const cycles = new Map<string, string[]>()
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const open = new Set<string>()
  const visit = (id: string) => {
    index.set(id, index.size)
    low.set(id, index.get(id)!)
    stack.push(id)
    open.add(id)
    for (const next of needs.get(id) ?? []) {
      if (!index.has(next)) visit(next)
      if (open.has(next)) low.set(id, Math.min(low.get(id)!, low.get(next)!))
    }
    if (low.get(id) !== index.get(id)) return
    const component = stack.splice(stack.lastIndexOf(id))
    for (const member of component) open.delete(member)
    const closed = component.length > 1 || needs.get(id)!.includes(id)
    if (closed) for (const member of component) cycles.set(member, component)
  }
  for (const id of needs.keys()) if (!index.has(id)) visit(id)
  return cycles
}
