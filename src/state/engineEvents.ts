import type { EngineEvent } from '@/contract/events'
import type { NodeRun, RunState } from './types'

const untouched: NodeRun = { result: null, error: null, progress: null, blockedBy: null }

/**
 * What the page knows after the engine has said these things, in this order.
 * @param now epoch milliseconds.
 * @param types of the nodes that run, by id.
 */
export function applyEvents(
  state: RunState,
  events: readonly EngineEvent[],
  now: number,
  types: ReadonlyMap<string, string> = new Map(),
): RunState {
  const nodes = new Map(state.nodes)
  const change = (node: string, part: Partial<NodeRun>) => {
    const known = nodes.get(node) ?? untouched
    nodes.set(node, { ...known, type: types.get(node) ?? known.type, ...part })
  }
  let { running, backend } = state
  for (const event of events) {
    switch (event.kind) {
      case 'run-started':
        for (const node of event.steps) if (nodes.get(node)?.blockedBy) change(node, { blockedBy: null })
        break
      case 'step-started':
        change(event.node, {
          progress: { share: null, message: '', live: null, startedAt: now },
          blockedBy: null,
        })
        break
      case 'step-progress':
        change(event.node, { progress: progressAfter(nodes.get(event.node), event, now) })
        break
      case 'step-done':
        change(event.result.node, { result: event.result, error: null, progress: null, blockedBy: null })
        break
      case 'step-failed':
        change(event.node, { error: { key: event.key, error: event.error }, progress: null, blockedBy: null })
        break
      case 'step-blocked':
        change(event.node, { progress: null, blockedBy: event.by })
        break
      case 'run-finished':
        running = null
        backend = event.backend || backend
        for (const [node, known] of nodes) if (known.progress) change(node, { progress: null })
    }
  }
  return { ...state, nodes, running, backend }
}

type ProgressEvent = Extract<EngineEvent, { kind: 'step-progress' }>

/** A report without a picture leaves the last one standing. */
function progressAfter(known: NodeRun | undefined, event: ProgressEvent, now: number): NodeRun['progress'] {
  const before = known?.progress
  return {
    share: event.share,
    message: event.message,
    live: event.live ?? before?.live ?? null,
    startedAt: before?.startedAt ?? now,
  }
}
