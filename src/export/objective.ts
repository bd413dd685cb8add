import type { Definitions } from '@/contract/node'
import type { PythonObjective } from '@/contract/python'
import type { Workflow } from '@/document/schema'

const none: PythonObjective = {
  task: null,
  target: null,
  positiveClass: null,
  metric: null,
  threshold: null,
  costFalsePositive: 1,
  costFalseNegative: 1,
}

/** The objective that reaches a node through the wires, from its parameters; the nearest one upstream. */
export function objectiveFor(node: string, workflow: Workflow, definitions: Definitions): PythonObjective {
  const waiting = [node]
  const seen = new Set(waiting)
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const found = readObjective(next, workflow, definitions)
    if (found) return found
    for (const wire of workflow.wires) {
      if (wire.to.node !== next || seen.has(wire.from.node)) continue
      seen.add(wire.from.node)
      waiting.push(wire.from.node)
    }
  }
  return none
}

function readObjective(id: string, workflow: Workflow, definitions: Definitions): PythonObjective | null {
  const node = workflow.nodes.find((candidate) => candidate.id === id)
  if (node?.type !== 'problem/objective') return null
  const params = definitions.get(node.type)?.params.safeParse(node.params)
  if (!params?.success) return null
  const data = params.data as Partial<PythonObjective>
  return { ...none, ...data, target: data.target || null, positiveClass: data.positiveClass || null }
}
