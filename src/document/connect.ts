import type { AnyDefinition, Definitions } from '@/contract/node'
import type { Port } from '@/contract/port'
import { stageIndex, stageTitle, type StageId } from '@/contract/stages'
import { addWire, setParams, type PortEnd } from './edits'
import { reaches } from './graph'
import { kindsInWords, portsFit, trainedAlready } from './ports'
import type { Workflow, WorkflowNode } from './schema'

export type Side = 'input' | 'output'

export function findPort(definition: AnyDefinition | undefined, name: string, side: Side): Port | undefined {
  const ports = side === 'input' ? definition?.inputPorts : definition?.outputPorts
  return ports?.find((port) => port.name === name)
}

const findNode = (document: Workflow, id: string): WorkflowNode | undefined =>
  document.nodes.find((node) => node.id === id)

/**
 * Why an output may not be wired to an input, as a sentence for the person; null when it may.
 * An input that takes one wire only is no reason: the new wire replaces the old one.
 */
export function refusal(
  document: Workflow,
  definitions: Definitions,
  from: PortEnd,
  to: PortEnd,
): string | null {
  const source = findNode(document, from.node)
  const target = findNode(document, to.node)
  if (!source || !target) return 'This node is not on the canvas any more.'
  if (source === target) return 'A node cannot be wired to itself.'
  const output = findPort(definitions.get(source.type), from.port, 'output')
  const input = findPort(definitions.get(target.type), to.port, 'input')
  if (!output || !input) return 'This node has no such port.'
  if (!portsFit(output, input)) {
    return `The output “${output.title}” gives ${kindsInWords(output)}, and the input “${input.title}” takes ${kindsInWords(input)}. ${trainedAlready(output, input)}`.trim()
  }
  if (document.wires.some((wire) => sameEnd(wire.from, from) && sameEnd(wire.to, to)))
    return 'These two ports are wired already.'
  if (reaches(document.wires, to.node, from.node))
    return 'This would make a circle; only a feedback wire may lead back.'
  return null
}

const sameEnd = (a: PortEnd, b: PortEnd): boolean => a.node === b.node && a.port === b.port

/** Adds a wire that was not refused. At an input for one wire it replaces the old one; others are appended. */
export function connectPorts(
  document: Workflow,
  definitions: Definitions,
  from: PortEnd,
  to: PortEnd,
): Workflow {
  const input = findPort(definitions.get(findNode(document, to.node)?.type ?? ''), to.port, 'input')
  const wires = input?.many ? document.wires : document.wires.filter((wire) => !sameEnd(wire.to, to))
  const wired = addWire({ ...document, wires }, from, to).document
  const target = findNode(document, to.node)
  const meant = target && definitions.get(target.type)?.whenWired?.(to.port, target.params)
  return meant ? setParams(wired, to.node, meant) : wired
}

/** Why a feedback wire may not join two nodes; null when it may. */
export function feedbackRefusal(
  document: Workflow,
  definitions: Definitions,
  from: string,
  to: string,
): string | null {
  const source = definitions.get(findNode(document, from)?.type ?? '')
  const target = definitions.get(findNode(document, to)?.type ?? '')
  if (!source || !target) return 'This node has no such port.'
  if (!startsFeedback(source.stage)) {
    return `Feedback starts at a node of ${stageTitle('evaluate')} or ${stageTitle('monitor')}.`
  }
  if (stageIndex(target.stage) >= stageIndex(source.stage))
    return 'A feedback wire leads back to a node of an earlier stage.'
  if (document.feedback.some((wire) => wire.from === from && wire.to === to))
    return 'These two nodes have a feedback wire already.'
  return null
}

export const startsFeedback = (stage: StageId): boolean => stage === 'evaluate' || stage === 'monitor'

/** The port of a type that fits the far side of a dragged wire: one that must be wired before one that may. */
export function fittingPort(definition: AnyDefinition, from: Port, side: Side): Port | undefined {
  const ports = side === 'output' ? definition.inputPorts : definition.outputPorts
  const fitting = ports.filter((port) => (side === 'output' ? portsFit(from, port) : portsFit(port, from)))
  return fitting.find((port) => !port.optional) ?? fitting[0]
}

/** Node types that can take up a wire dragged from a port, in the order of the stages. */
export function typesThatFit(
  document: Workflow,
  definitions: Definitions,
  from: PortEnd & { side: Side },
): AnyDefinition[] {
  const port = findPort(definitions.get(findNode(document, from.node)?.type ?? ''), from.port, from.side)
  if (!port) return []
  return [...definitions.values()]
    .filter((definition) => fittingPort(definition, port, from.side) !== undefined)
    .sort((a, b) => stageIndex(a.stage) - stageIndex(b.stage))
}
