import type { Workflow } from '@/document/schema'
import type { RunState } from '@/state/types'

/** The focused node; without one the most telling: the last finished evaluation, else the last finished step. */
export function shownNode(focused: string | null, document: Workflow, run: RunState): string | null {
  const nodes = new Set(document.nodes.map((node) => node.id))
  if (focused !== null && nodes.has(focused)) return focused
  const finished = run.plan.steps.filter((step) => run.nodes.get(step.node)?.result)
  const evaluation = finished.findLast((step) => step.stage === 'evaluate')
  const found = evaluation ?? finished.at(-1)
  return found && nodes.has(found.node) ? found.node : null
}
