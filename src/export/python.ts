import type { AnyDefinition, Definitions } from '@/contract/node'
import type { PythonFragment, PythonInput } from '@/contract/python'
import { topologicalOrder } from '@/document/graph'
import type { Workflow, WorkflowNode } from '@/document/schema'
import { nodeTitle } from '@/document/titles'
import { pythons } from '@/nodes/pythons'
import { objectiveFor } from './objective'
import { preludeFor } from './prelude'
import { variablesFor, type Variables } from './variables'

/**
 * The workflow as one readable scikit-learn program, steps in the order they run. With `only`, the program stops
 * at that node: what it needs, and itself. Nodes of an unknown type, or whose parameters are wrong, become a comment.
 */
export function exportPython(workflow: Workflow, definitions: Definitions, only?: string): string {
  const nodes = nodesFor(workflow, only)
  const variables = variablesFor(workflow, definitions)
  const around: Surroundings = { workflow, definitions, variables, leftOut: new Set() }
  const sections = nodes.map((node) => ({ node, fragment: fragmentFor(node, around) }))
  const fragments = sections.map((section) => section.fragment)
  const body = sections.map(({ node, fragment }) =>
    [`# ${oneLine(nodeTitle(node, definitions))}`, ...fragment.lines].join('\n'),
  )
  const head = `"""${oneLine(workflow.name) || 'Workflow'}: written by Stagecraft as a scikit-learn program."""`
  return [head, preludeFor(fragments), ...body, closing(fragments)].filter(Boolean).join('\n\n') + '\n'
}

interface Surroundings {
  workflow: Workflow
  definitions: Definitions
  variables: Variables
  /** Nodes that became a comment: what hangs below them has no value to work on. */
  leftOut: Set<string>
}

function fragmentFor(node: WorkflowNode, around: Surroundings): PythonFragment {
  const definition = around.definitions.get(node.type)
  const form = pythons.get(node.type)
  if (!definition || !form)
    return leaveOut(node, around, `The step ${oneLine(node.type)} has no scikit-learn form.`)
  const params = definition.params.safeParse(node.params)
  if (!params.success)
    return leaveOut(node, around, 'The parameters of this step are not valid, so it is left out.')
  const missing = unwiredInput(node, definition, around)
  if (missing) return leaveOut(node, around, `Nothing comes in at ${missing}, so this step is left out.`)
  return form.sklearn(inputFor(node, params.data, around))
}

function leaveOut(node: WorkflowNode, around: Surroundings, reason: string): PythonFragment {
  around.leftOut.add(node.id)
  return { lines: [`# ${reason}`] }
}

function unwiredInput(
  node: WorkflowNode,
  definition: AnyDefinition,
  { variables, leftOut }: Surroundings,
): string | null {
  const wired = variables.inputs(node.id, leftOut)
  const port = definition.inputPorts.find(
    (candidate) => !candidate.optional && (wired[candidate.name] ?? []).length === 0,
  )
  return port?.title ?? null
}

function inputFor(node: WorkflowNode, params: unknown, around: Surroundings): PythonInput<unknown> {
  return {
    params,
    node: node.id,
    title: nodeTitle(node, around.definitions),
    seed: around.workflow.seed,
    inputs: around.variables.inputs(node.id, around.leftOut),
    inputNodes: around.variables.inputNodes(node.id, around.leftOut),
    outputs: around.variables.outputs(node.id),
    objective: objectiveFor(node.id, around.workflow, around.definitions),
  }
}

function nodesFor(workflow: Workflow, only: string | undefined): WorkflowNode[] {
  const { order } = topologicalOrder(workflow.nodes, workflow.wires)
  const needed = only === undefined ? new Set(order) : withAncestors(workflow, only)
  const byId = new Map(workflow.nodes.map((node) => [node.id, node]))
  return order.flatMap((id) => (needed.has(id) ? (byId.get(id) ?? []) : []))
}

function withAncestors(workflow: Workflow, node: string): Set<string> {
  const found = new Set([node])
  const waiting = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const wire of workflow.wires) {
      if (wire.to.node !== next || found.has(wire.from.node)) continue
      found.add(wire.from.node)
      waiting.push(wire.from.node)
    }
  }
  return found
}

function closing(fragments: PythonFragment[]): string {
  return fragments.some(({ helpers }) => helpers?.includes('results'))
    ? 'print(json.dumps(results, indent=2))'
    : ''
}

/** Comments must not end early: a title may hold any character. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029"\\]+/gu, ' ').trim()
