/** For each node, the nodes that it needs, in the order of its wires. */
export type Needs = ReadonlyMap<string, readonly string[]>

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
