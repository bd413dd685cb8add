import { readFile } from 'node:fs/promises'
import type { JsonObject } from '@/base/json'
import type { Catalog } from '@/contract/catalog'
import { StepFailure } from '@/contract/errors'
import { closedNetwork } from '@/contract/network'
import type { AnyDefinition } from '@/contract/node'
import { inferRequest } from '@/contract/inference'
import { MemoryReleases } from '@/contract/memoryReleases'
import type { Host, InferReply, RunContext } from '@/contract/run'
import { stillPulse, type Pulse } from '@/contract/pulse'
import { fitRecipe } from '@/ml/recipe'
import { createNodeQuery } from '@/ml/sql/node'
import { effectiveRoles } from '@/ml/task'
import { trainEachInTurn, trainInTurn, trainModel } from '@/ml/train'
import { Mark, type Dataset } from '@/values/dataset'
import type { ModelValue } from '@/values/model'
import type { Objective } from '@/values/objective'
import type { PortKind } from '@/values/ports'
import { allRows, isCoded, type Table } from '@/values/table'
import { catalog } from './catalog'
import { tables, twoClasses } from './contract.tables'
import holdout from './evaluate/holdout/run'
import encode from './prepare/encode/definition'

/** Every kind of input, made of a nasty table, and a context for one run of one type. */
const objectiveFor = (table: Table): Objective => {
  const numeric = table.columns.at(-1)?.type === 'numeric'
  return {
    task: numeric ? 'regression' : isOfTwo(table) ? 'binary' : 'multiclass',
    target: 'target',
    positiveClass: null,
    metric: numeric ? 'rmse' : 'macroF1',
    direction: numeric ? 'lower' : 'higher',
    threshold: numeric ? 1e9 : 0,
    costFalsePositive: 1,
    costFalseNegative: 1,
    baseline: null,
    notes: '',
  }
}

function isOfTwo(table: Table): boolean {
  const target = table.columns.at(-1)
  return target !== undefined && isCoded(target) && target.dictionary.includes('true')
}

/** Split and with its categories encoded, so that learners have something to learn from. */
export async function datasetOf(raw: Table): Promise<Dataset> {
  const marks = Uint8Array.from({ length: raw.rowCount }, (_, row) =>
    row % 4 === 3 ? Mark.test : row % 4 === 2 ? Mark.validation : Mark.train,
  )
  const objective = objectiveFor(raw)
  const params = encode.params.parse({})
  const recipe = [{ node: 'encode', type: encode.type, params: params as JsonObject }]
  const plainData: Dataset = { kind: 'dataset', raw, table: raw, roles: new Map(), marks, recipe, objective }
  return { ...plainData, table: await preparedTable(plainData) }
}

async function preparedTable(dataset: Dataset): Promise<Table> {
  try {
    const { raw, recipe } = dataset
    const input = { raw, rows: allRows(raw.rowCount), recipe, roles: effectiveRoles(dataset), seed: 1 }
    return (await fitRecipe(catalog, input, stillPulse)).table
  } catch (error) {
    if (error instanceof StepFailure) return dataset.raw
    throw error
  }
}

/** Healthy data with the same kind of target: what the model that meets a nasty batch was trained on. */
function healthyLike(table: Table): Table {
  if (isOfTwo(table)) return tables.get(twoClasses)!
  return tables.get(table.columns.at(-1)?.type === 'numeric' ? 'healthy, numbers' : 'healthy, classes')!
}

async function modelFor(table: Table, context: RunContext): Promise<ModelValue> {
  const dataset = await datasetOf(healthyLike(table))
  const learner = {
    kind: 'learner',
    node: 'learner',
    type: 'build/baseline',
    version: 1,
    params: {},
  } as const
  const job = { dataset, learner, rows: allRows(20), validationRows: null, seed: 1 }
  // Its test rows are the nasty ones: their truth and their features are what the step has to stand.
  return { kind: 'model', model: await trainModel(job, context), dataset: await datasetOf(table) }
}

async function valueOf(kind: PortKind, table: Table, context: RunContext): Promise<unknown> {
  if (kind === 'objective') return { kind, ...objectiveFor(table) }
  if (kind === 'dataset') return datasetOf(table)
  if (kind === 'learner') return { kind, node: 'learner', type: 'build/baseline', version: 1, params: {} }
  if (kind === 'model') return modelFor(table, context)
  const trained = await modelFor(healthyLike(table), context)
  if (kind === 'deployment') return context.host.deploy('contract', trained.model)
  const inputs = { models: [trained], data: undefined }
  const { outputs } = await holdout.run({ params: { threshold: 0.5 }, inputs, context })
  return (outputs as Record<string, unknown>)[kind]
}

/** Reshaping nodes make rows before anything is learned or split: they have no step of the recipe. */
const reshapes = ({ type, stage }: AnyDefinition): boolean =>
  (stage === 'prepare' || stage === 'gather') && type !== 'prepare/split' && !hasStep(type)

function hasStep(type: string): boolean {
  try {
    return catalog.step(type).type === type
  } catch {
    return false
  }
}

const asGathered = (value: unknown): unknown => {
  const dataset = value as Dataset
  return dataset.kind === 'dataset' ? { ...dataset, table: dataset.raw, recipe: [], marks: null } : value
}

/** Values for all ports, or for those only that the type cannot do without. */
export async function inputsFor(
  definition: AnyDefinition,
  table: Table,
  options: { context: RunContext; optional: boolean },
) {
  const inputs: Record<string, unknown> = {}
  for (const port of definition.inputPorts) {
    if (port.optional && !options.optional) {
      inputs[port.name] = port.many ? [] : undefined
      continue
    }
    const values = await Promise.all(port.kinds.map((kind) => valueOf(kind, table, options.context)))
    // What is gathered is not the table, so it has no column of that name.
    if (definition.stage === 'gather')
      values.forEach((value) => Object.assign(value as object, { target: null }))
    const given = reshapes(definition) ? values.map(asGathered) : values
    inputs[port.name] = port.many ? given : given[0]
  }
  return inputs
}

/** Gives way never, and is cancelled at the given breath. */
export function pulseUntil(breaths: number): Pulse {
  const controller = new AbortController()
  let left = breaths
  return {
    signal: controller.signal,
    breathe() {
      if (left-- > 0) return Promise.resolve()
      controller.abort()
      return Promise.reject(new StepFailure({ kind: 'cancelled' }))
    },
    progress: () => undefined,
  }
}

/** The endpoint's answer, which lies in a higher layer: the suite brings it along. */
export type Answer = (
  request: { method: string; path: string; body: string; check: boolean },
  sources: ReturnType<typeof MemoryReleases.prototype.sources<Catalog>>,
) => Promise<InferReply>

export function contextWith(pulse: Pulse, answer: Answer): RunContext {
  const quiet = { ...pulse, catalog, backend: 'wasm' }
  return {
    ...quiet,
    node: 'tested',
    seed: 1,
    trainAll: (jobs, onDone) => trainInTurn(jobs, quiet, onDone),
    trainEach: (jobs, onDone) => trainEachInTurn(jobs, quiet, onDone),
    host: hostWith(answer),
  }
}

function hostWith(answer: Answer): Host {
  const memory = new MemoryReleases(() => 0)
  return {
    ...closedNetwork,
    readFile: () => Promise.resolve(null),
    readAsset: async (url) => new Uint8Array(await readFile(`.${url.replace(/\?.*/, '')}`)),
    query: createNodeQuery(),
    deploy: (name, model, placement) => memory.deploy(name, model, placement),
    infer: (name, body, version) =>
      answer({ ...inferRequest(name, body, version), check: false }, memory.sources(catalog)),
    requestLog: memory.requests,
  }
}
