import { z } from 'zod'
import { defineNode, type AnyDefinition, type Definitions } from '@/contract/node'
import type { Workflow, WorkflowNode } from '@/document/schema'

/** A small world of node types and a short way to write workflows, for tests of the plan. */
const amountUpTo = (most: number) =>
  z.strictObject({ amount: z.number().max(most).default(1).meta({ title: 'Amount' }) })
const amount = amountUpTo(10)
const types = [
  defineNode({
    type: 'gather/source',
    version: 1,
    stage: 'gather',
    title: 'Source',
    summary: '',
    params: amount,
    inputs: {},
    outputs: { data: 'dataset' },
  }),
  defineNode({
    type: 'prepare/step',
    version: 2,
    stage: 'prepare',
    title: 'Step',
    summary: '',
    params: amount,
    inputs: { data: 'dataset' },
    outputs: { data: 'dataset' },
  }),
  defineNode({
    type: 'build/train',
    version: 1,
    stage: 'build',
    title: 'Train',
    summary: '',
    params: amount,
    inputs: { data: 'dataset' },
    outputs: { model: 'model' },
  }),
  defineNode({
    type: 'evaluate/judge',
    version: 1,
    stage: 'evaluate',
    title: 'Judge',
    summary: '',
    params: amountUpTo(100),
    inputs: { models: { kind: 'model', many: true }, test: { kind: 'dataset', optional: true } },
    outputs: { result: 'evaluation' },
  }),
]
export const definitions: Definitions = new Map(
  types.map((type) => [type.type, type as unknown as AnyDefinition]),
)

export const node = (id: string, type: string, more: Partial<WorkflowNode> = {}): WorkflowNode => ({
  id,
  type,
  typeVersion: 1,
  title: '',
  params: {},
  position: { x: 0, y: 0 },
  ...more,
})

/** Wires are written `from.port > to.port`. */
export function workflow(
  nodes: WorkflowNode[],
  wires: string[] = [],
  more: Partial<Workflow> = {},
): Workflow {
  const end = (text: string) => ({ node: text.split('.')[0], port: text.split('.')[1] })
  const parsed = wires.map((wire, i) => ({
    id: `w${i}`,
    from: end(wire.split(' > ')[0]),
    to: end(wire.split(' > ')[1]),
  }))
  return {
    format: 'stagecraft/workflow',
    version: 1,
    id: 'doc',
    name: '',
    seed: 1,
    nodes,
    wires: parsed,
    feedback: [],
    notes: [],
    files: [],
    ...more,
  }
}
