import type { Definitions } from '@/contract/node'
import { kindsInWords, portsFit, trainedAlready } from '@/document/ports'
import type { Wire, Workflow, WorkflowNode } from '@/document/schema'
import { nodeTitle } from '@/document/titles'
import type { PlanError } from './types'

export type NodesById = ReadonlyMap<string, WorkflowNode>

/** What is wrong with the ends of each wire. A wire that is wrong is told at the node that it leads to. */
export function checkWires(document: Workflow, nodes: NodesById, definitions: Definitions): PlanError[] {
  return document.wires.flatMap((wire) => checkWire(wire, nodes, definitions) ?? [])
}

function checkWire(wire: Wire, nodes: NodesById, definitions: Definitions): PlanError | null {
  const place = { node: wire.to.node, port: wire.to.port }
  const from = nodes.get(wire.from.node)
  const to = nodes.get(wire.to.node)
  if (!from || !to) return missingEnd(place, to ? wire.from.node : wire.to.node)
  const input = definitions.get(to.type)?.inputPorts.find((port) => port.name === wire.to.port)
  const output = definitions.get(from.type)?.outputPorts.find((port) => port.name === wire.from.port)
  if (definitions.has(to.type) && !input) return unknownPort(place, wire.to.port, nodeTitle(to, definitions))
  if (definitions.has(from.type) && !output)
    return unknownPort(place, wire.from.port, nodeTitle(from, definitions))
  if (!input || !output || portsFit(output, input)) return null
  return {
    ...place,
    kind: 'port-mismatch',
    sentence: `“${nodeTitle(from, definitions)}” gives ${kindsInWords(output)}, and “${input.title}” takes ${kindsInWords(input)}.`,
    advice: trainedAlready(output, input) || 'Remove the wire, and connect ports of the same kind.',
  }
}

function missingEnd(place: { node: string; port: string }, missing: string): PlanError {
  return {
    ...place,
    kind: 'missing-node',
    sentence: `A wire leads to or from a node “${missing}” that is not in the workflow.`,
    advice: 'Remove the wire.',
  }
}

function unknownPort(place: { node: string; port: string }, port: string, owner: string): PlanError {
  return {
    ...place,
    kind: 'unknown-port',
    sentence: `“${owner}” has no port named “${port}”.`,
    advice: 'Remove the wire, and connect it to one of the ports shown.',
  }
}
