import type { Iteration } from './types'

/** Where an iteration stands in the drawing of the tree. */
export interface Branch {
  iteration: Iteration
  /** 0 is the trunk; each restored iteration that was run again opens another lane. */
  lane: number
  parentLane: number | null
}

/** Iterations in the order they were made, each with its lane: the first child goes on in its parent's lane. */
export function layBranches(iterations: readonly Iteration[]): Branch[] {
  const lanes = new Map<string, number>()
  const continued = new Set<string>()
  let lanesUsed = 0
  return iterations.map((iteration) => {
    const parent = iteration.parent
    const parentLane = parent === null ? undefined : lanes.get(parent)
    const goesOn = parent !== null && parentLane !== undefined && !continued.has(parent)
    const lane = goesOn ? parentLane : lanesUsed++
    if (parent !== null) continued.add(parent)
    lanes.set(iteration.id, lane)
    return { iteration, lane, parentLane: parentLane ?? null }
  })
}

/** The iteration and its ancestors, the newest first. */
export function ancestry(iterations: readonly Iteration[], id: string | null): Iteration[] {
  const byId = new Map(iterations.map((iteration) => [iteration.id, iteration]))
  const line: Iteration[] = []
  for (
    let at = id === null ? undefined : byId.get(id);
    at && !line.includes(at);
    at = byId.get(at.parent ?? '')
  ) {
    line.push(at)
  }
  return line
}
