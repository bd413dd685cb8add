import { z } from 'zod'
import type { EngineEvent, RunOutcome, StepResult } from '@/contract/events'
import { defineNode, type AnyDefinition, type Definitions } from '@/contract/node'
import type { AnyRun, RunContext, Runs } from '@/contract/run'
import type { Workflow } from '@/document/schema'
import { makePlan } from '@/plan/makePlan'
import type { Dataset } from '@/values/dataset'
import { numberColumn } from '@/values/table'
import { makeCache, type Cache } from './cache'
import { execute } from './execute'

/** A registry of two fake types and a way to run chains of them, so that engine tests read as sentences. */
const params = z.strictObject({ change: z.string().default('') })
const shared = {
  version: 1,
  title: 'Fake',
  summary: '',
  params,
  outputs: { data: 'dataset' },
} as const
const fakes = [
  defineNode({ ...shared, type: 'gather/fake', stage: 'gather', inputs: {} }),
  defineNode({ ...shared, type: 'prepare/fake', stage: 'prepare', inputs: { data: 'dataset' } }),
  defineNode({ ...shared, type: 'gather/live', stage: 'gather', inputs: {}, onlyOnRun: true }),
  defineNode({ ...shared, type: 'monitor/fake', stage: 'monitor', inputs: { data: 'dataset' } }),
]
const definitions: Definitions = new Map(fakes.map((fake) => [fake.type, fake as unknown as AnyDefinition]))

export function fakeDataset(rows = 10): Dataset {
  const table = { rowCount: rows, columns: [numberColumn('x', new Float64Array(rows))] }
  return { kind: 'dataset', raw: table, table, roles: new Map(), marks: null, recipe: [], objective: null }
}

/** Nodes are written `name`, or `name*` for one with a changed parameter; each hangs on the one before. */
export function chain(...names: string[]): Workflow {
  return tree(Object.fromEntries(names.map((name, i) => [name, i === 0 ? null : names[i - 1]])))
}

/**
 * `{ child: parent }`; a parent of null makes a source. A name that begins with “watch” is a monitoring node, a source
 * whose name begins with “live” runs for the person only.
 */
export function tree(parents: Record<string, string | null>): Workflow {
  const plain = (name: string) => name.replace('*', '')
  const typeOf = (name: string, parent: string | null) =>
    parent === null
      ? name.startsWith('live')
        ? 'gather/live'
        : 'gather/fake'
      : name.startsWith('watch')
        ? 'monitor/fake'
        : 'prepare/fake'
  const entries = Object.entries(parents)
  return {
    format: 'stagecraft/workflow',
    version: 1,
    id: 'doc',
    name: '',
    seed: 1,
    feedback: [],
    notes: [],
    files: [],
    nodes: entries.map(([name, parent]) => ({
      id: plain(name),
      type: typeOf(name, parent),
      typeVersion: 1,
      title: '',
      position: { x: 0, y: 0 },
      params: (name.endsWith('*') ? { change: '*' } : {}) as Record<string, string>,
    })),
    wires: entries.flatMap(([name, parent], i) =>
      parent === null
        ? []
        : [
            {
              id: `w${i}`,
              from: { node: plain(parent), port: 'data' },
              to: { node: plain(name), port: 'data' },
            },
          ],
    ),
  }
}

export interface RunReport {
  outcome: RunOutcome
  /** Nodes whose run was called, in order. */
  ran: string[]
  events: EngineEvent[]
  results: Map<string, StepResult>
  cache: Cache
}

interface Options {
  cache?: Cache
  /** What the fake of a node does; by default it passes its data on. */
  doing?: Record<string, (context: RunContext) => Promise<void> | void>
  output?: () => Dataset
  preview?: unknown
  /** Of which nodes only the first rows are read. */
  sampled?: Record<string, { rows: number; of: number | null }>
  byItself?: true
  controller?: AbortController
}

export async function run(document: Workflow, options: Options = {}): Promise<RunReport> {
  const { cache = makeCache(1e6), controller = new AbortController(), byItself } = options
  const ran: string[] = []
  const events: EngineEvent[] = []
  const runs: Runs = new Map(fakes.map(({ type }): [string, AnyRun] => [type, fakeRun(type, ran, options)]))
  const outcome = await execute({
    plan: { ...makePlan(document, definitions), ...(byItself && { byItself }) },
    runs,
    cache,
    backend: 'fake',
    signal: controller.signal,
    contextFor: (step, pulse) => ({ ...pulse, node: step.node }) as unknown as RunContext,
    emit: (event) => events.push(event),
  })
  const results = new Map(
    events.flatMap((event) => (event.kind === 'step-done' ? [[event.result.node, event.result]] : [])),
  )
  return { outcome, ran, events, results, cache }
}

function fakeRun(
  type: string,
  ran: string[],
  { doing = {}, output = fakeDataset, preview = null, sampled = {} }: Options,
): AnyRun {
  return {
    type,
    async run({ context, inputs }) {
      ran.push(context.node)
      await doing[context.node]?.(context)
      return {
        outputs: { data: inputs.data ?? output() },
        preview,
        figure: '',
        sampled: sampled[context.node],
      } as never
    },
  }
}
