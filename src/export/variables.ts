import type { Definitions } from '@/contract/node'
import type { Wire, Workflow } from '@/document/schema'
import { helperNames } from './prelude'

/** Python variables of the values on the wires. */
export interface Variables {
  /** Variables wired to each input port of a node, in the order of the wires; not from nodes left out. */
  inputs(node: string, leftOut: ReadonlySet<string>): Record<string, string[]>
  /** Nodes those wires come from. */
  inputNodes(node: string, leftOut: ReadonlySet<string>): Record<string, string[]>
  outputs(node: string): Record<string, string>
}

const reserved = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if import in is ' +
    'lambda nonlocal not or pass raise return try while with yield results joblib sys print range len list dict set sorted sum min max str int float isinstance'
  ).split(' '),
)

/** Names every output after its node's title, unique within the program. */
export function variablesFor(workflow: Workflow, definitions: Definitions): Variables {
  const taken = new Set([...reserved, ...helperNames])
  const names = new Map<string, Record<string, string>>()
  for (const node of workflow.nodes) {
    const definition = definitions.get(node.type)
    const base = toIdentifier(node.title || definition?.title || 'step')
    const ports = definition?.outputPorts ?? []
    const entries = ports.map(
      (port) =>
        [port.name, unique(ports.length > 1 ? `${base}_${toIdentifier(port.name)}` : base, taken)] as const,
    )
    names.set(node.id, Object.fromEntries(entries))
  }
  const variableAt = (end: Wire['from']) => names.get(end.node)?.[end.port]
  return {
    outputs: (node) => names.get(node) ?? {},
    inputs: (node, leftOut) =>
      collect(node, workflow, (end) => (leftOut.has(end.node) ? undefined : variableAt(end))),
    inputNodes: (node, leftOut) =>
      collect(node, workflow, (end) => (variableAt(end) && !leftOut.has(end.node) ? end.node : undefined)),
  }
}

function collect(
  node: string,
  workflow: Workflow,
  read: (end: Wire['from']) => string | undefined,
): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const wire of workflow.wires) {
    const value = wire.to.node === node ? read(wire.from) : undefined
    if (value !== undefined) (found[wire.to.port] ??= []).push(value)
  }
  return found
}

/** Letters, digits and underscores, not starting with a digit: `Fill missing values` → `fill_missing_values`. */
function toIdentifier(text: string): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40)
  return /^[a-z]/.test(words) ? words : `step_${words}`.replace(/_$/, '')
}

function unique(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let i = 2; taken.has(name); i++) name = `${wanted}_${i}`
  taken.add(name)
  return name
}
