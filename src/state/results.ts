import type { Iteration } from '@/history/types'
import { runStore } from './runStore'
import type { NodeRun } from './types'

/** Shows the results that an iteration recorded; those that no longer fit the document are stale by their keys. */
export function showResults(iteration: Iteration | null): void {
  const nodes = new Map<string, NodeRun>(
    Object.entries(iteration?.results ?? {}).map(([node, result]) => [
      node,
      { result, error: null, progress: null, blockedBy: null },
    ]),
  )
  runStore.setState(({ backend }) => ({ nodes, backend: iteration?.backend ?? backend }))
}
