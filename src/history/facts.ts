import { stableStringify, type Json } from '@/base/json'
import type { Definitions } from '@/contract/node'
import type { Workflow, WorkflowNode } from '@/document/schema'
import { nodeTitle } from '@/document/titles'
import { fullParams, paramMeta, readable, wireTitle } from './titles'
import type { Change } from './types'

/** One thing that is true of a workflow and can decide a result: comparing workflows is comparing their facts. */
export interface Fact {
  /** Same thing, same key; built as JSON, so that odd names cannot collide. */
  key: string
  kind: 'node' | 'parameter' | 'data' | 'wire' | 'seed'
  node: string | null
  what: string
  /** As a person reads it. */
  value: Json
  /** As it is compared. */
  identity: string
}

const key = (...parts: string[]): string => JSON.stringify(parts)

/** Everything that can decide a result. Positions, titles, names and notes cannot. */
export function factsOf(document: Workflow, definitions: Definitions): Fact[] {
  return [
    seedFact(document.seed),
    ...document.nodes.flatMap((node) => [nodeFact(node, definitions), ...paramFacts(node, definitions)]),
    ...wireFacts(document, definitions),
    ...feedbackFacts(document, definitions),
  ]
}

const seedFact = (seed: number): Fact => ({
  key: key('seed'),
  kind: 'seed',
  node: null,
  what: 'Seed',
  value: seed,
  identity: String(seed),
})

function nodeFact(node: WorkflowNode, definitions: Definitions): Fact {
  const what = nodeTitle(node, definitions)
  return {
    key: key('node', node.id, node.type),
    kind: 'node',
    node: node.id,
    what,
    value: what,
    identity: node.type,
  }
}

function paramFacts(node: WorkflowNode, definitions: Definitions): Fact[] {
  const definition = definitions.get(node.type)
  const title = nodeTitle(node, definitions)
  return Object.entries(fullParams(node, definitions)).map(([name, value]) => {
    const meta = paramMeta(definition, name)
    return {
      key: key('param', node.id, node.type, name),
      kind: meta.widget === 'file' ? 'data' : 'parameter',
      node: node.id,
      what: `${title} · ${meta.title ?? name}`,
      value: readable(value, meta),
      identity: stableStringify(value) ?? 'undefined',
    }
  })
}

function wireFacts(document: Workflow, definitions: Definitions): Fact[] {
  return document.wires.map((wire) => ({
    key: key('wire', wire.from.node, wire.from.port, wire.to.node, wire.to.port),
    kind: 'wire',
    node: wire.to.node,
    what: wireTitle(wire, document, definitions),
    value: 'wired',
    identity: 'wired',
  }))
}

function feedbackFacts(document: Workflow, definitions: Definitions): Fact[] {
  return document.feedback.map((wire) => ({
    key: key('feedback', wire.from, wire.to),
    kind: 'wire',
    node: wire.from,
    what: `Feedback ${wireTitle({ from: { node: wire.from, port: '' }, to: { node: wire.to, port: '' } }, document, definitions)}`,
    value: `${wire.rule.when.kind}, ${wire.rule.then.kind}, at most ${wire.rule.atMost}`,
    identity: stableStringify(wire.rule),
  }))
}

/** A difference in one fact, as the iteration keeps it. */
export function changeOf(before: Fact | undefined, after: Fact | undefined): Change {
  const fact = (after ?? before)!
  const kinds = {
    node: after ? 'node-added' : 'node-removed',
    parameter: 'parameter',
    data: 'data',
    wire: 'wire',
    seed: 'seed',
  } as const
  return {
    kind: kinds[fact.kind],
    node: fact.node,
    what: fact.what,
    before: before?.value ?? null,
    after: after?.value ?? null,
  }
}
