import type { Definitions } from '@/contract/node'
import { stageIndex, type StageId } from '@/contract/stages'
import type { FeedbackWire, Workflow } from '@/document/schema'
import { nodeTitle } from '@/document/titles'
import type { PlanError } from './types'
import type { NodesById } from './wires'

/** Whether a feedback wire may lead from one stage to another: from an evaluation or monitoring back. */
export const leadsBack = (from: StageId, to: StageId): boolean =>
  (from === 'evaluate' || from === 'monitor') && stageIndex(to) < stageIndex(from)

/** Feedback wires that do not lead backward, told at the node that they start from. */
export function checkFeedback(document: Workflow, nodes: NodesById, definitions: Definitions): PlanError[] {
  return document.feedback.flatMap((wire) => checkOne(wire, nodes, definitions) ?? [])
}

function checkOne(wire: FeedbackWire, nodes: NodesById, definitions: Definitions): PlanError | null {
  const from = nodes.get(wire.from)
  const to = nodes.get(wire.to)
  const place = { node: wire.from, port: null }
  if (!from || !to) {
    const missing = from ? wire.to : wire.from
    const sentence = `A feedback wire leads to or from a node “${missing}” that is not in the workflow.`
    return { ...place, kind: 'missing-node', sentence, advice: 'Remove the feedback wire.' }
  }
  const stages = [definitions.get(from.type)?.stage, definitions.get(to.type)?.stage] as const
  if (!stages[0] || !stages[1] || leadsBack(stages[0], stages[1])) return null
  return {
    ...place,
    kind: 'not-backward',
    sentence: `The feedback wire from “${nodeTitle(from, definitions)}” to “${nodeTitle(to, definitions)}” does not lead back.`,
    advice: 'Start it at an evaluation or monitoring node, and end it at a node of an earlier stage.',
  }
}
