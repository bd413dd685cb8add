import { beforeAll, describe, expect, it } from 'vitest'
import { StepFailure } from '@/contract/errors'
import type { AnyDefinition, ParamMeta } from '@/contract/node'
import type { PortSpecs } from '@/contract/port'
import type { RunContext, StepOutcome } from '@/contract/run'
import { stages } from '@/contract/stages'
import { findUnsafe } from '@/engine/jsonSafe'
import { summarise } from '@/engine/summarise'
import { startWasm } from '@/ml/tensor/backend'
import { tensorCount } from '@/ml/tensor/memory'
import { wasmFile } from '@/ml/tensor/wasmFile'
import { answer } from '@/service/answer'
import type { PortValue } from '@/values/ports'
import { contextWith, inputsFor, pulseUntil } from './contract.fixture'
import { tables, twoClasses } from './contract.tables'
import { definitions } from './definitions'
import { explanations } from './explanations'
import { pythons } from './pythons'
import { runs } from './runs'

const folders = import.meta.glob<AnyDefinition>('./*/*/definition.ts', { eager: true, import: 'default' })
const types = [...definitions.values()]
/** A preview is for a chart or a table, not for the data: what the page would have to keep for each node. */
const previewLimit = 400_000

/** Why a type gives nothing before it is told where its data lie. */
const withoutSource = new Map([
  ['gather/file', 'no-file'],
  ['gather/url', 'no-address'],
  ['gather/http-query', 'no-address'],
  ['gather/stream', 'no-address'],
  ['build/import-model', 'no-file'],
])

/** What takes long with its defaults is held to less work. */
const lighter = new Map<string, Record<string, number>>([
  ['build/auto', { models: 2, folds: 2 }],
  ['evaluate/permutation-test', { permutations: 19, folds: 2 }],
])

beforeAll(() => startWasm(wasmFile()))

const healthy = ['healthy, classes', 'healthy, numbers'].map((name) => tables.get(name)!)

const contextFor = (breaths = Infinity) => contextWith(pulseUntil(breaths), answer)

type Outcome = StepOutcome<PortSpecs, unknown>

/** A result, or a named reason why there is none; any other exception is a bug and passes through. */
async function attempt(definition: AnyDefinition, inputs: Record<string, unknown>, context: RunContext) {
  try {
    const params = definition.params.parse(lighter.get(definition.type) ?? {})
    return await runs.get(definition.type)!.run({ params, inputs, context })
  } catch (error) {
    if (error instanceof StepFailure && error.reason.kind !== 'bug') return error
    throw error
  }
}

async function expectSound(definition: AnyDefinition, outcome: Outcome | StepFailure): Promise<void> {
  if (outcome instanceof StepFailure) return
  const values = new Map(Object.entries(outcome.outputs as Record<string, PortValue>))
  const sent = {
    preview: outcome.preview,
    metrics: outcome.metrics ?? {},
    outputs: await summarise(values, definition.stage),
  }
  expect(findUnsafe(sent)).toBeNull()
  expect(JSON.stringify(outcome.preview).length).toBeLessThan(previewLimit)
  for (const port of definition.outputPorts) expect(port.kinds).toContain(values.get(port.name)?.kind)
  expect([...values.keys()].sort()).toEqual(definition.outputPorts.map((port) => port.name).sort())
  expect(() => structuredClone(outcome.outputs)).not.toThrow()
}

describe('every node type', () => {
  it.each(Object.entries(folders))(
    '%s is named after its folder and belongs to its stage',
    (path, definition) => {
      expect(path).toBe(`./${definition.type}/definition.ts`)
      expect(definition.type.split('/')[0]).toBe(definition.stage)
      expect(stages.map((stage) => stage.id)).toContain(definition.stage)
    },
  )

  it.each(types)('$type has a run and a Python form', ({ type }) => {
    expect(runs.get(type)?.type).toBe(type)
    expect(pythons.get(type)?.type).toBe(type)
  })

  it.each(types)('$type has parameters that are valid when empty, each with a title', ({ params }) => {
    expect(params.safeParse({}).error).toBeUndefined()
    expect(params.safeParse({ surprise: 1 }).success).toBe(false)
    expect(findUnsafe(params.parse({}))).toBeNull()
    for (const [name, field] of Object.entries(params.shape))
      expect((field.meta() as Partial<ParamMeta> | undefined)?.title, name).toBeTruthy()
  })

  it.each(types)(
    '$type says what it does, when to use it and what goes wrong',
    ({ type, title, summary }) => {
      const explained = Object.values(explanations.get(type) ?? {})
      expect(explained).toHaveLength(3)
      for (const text of [title, summary, ...explained]) expect(text.trim()).not.toBe('')
      for (const text of [summary, ...explained]) expect(text.trim()).toMatch(/[.?]$/)
    },
  )
})

describe.each(types)('$type', (definition) => {
  it.each([...tables])('answers “%s” with a result or a named reason', async (_name, table) => {
    const context = contextFor()
    const inputs = await inputsFor(definition, table, { context, optional: true })
    const before = tensorCount()
    await expectSound(definition, await attempt(definition, inputs, context))
    expect(tensorCount()).toBe(before)
  })

  it('runs with nothing wired to its optional ports', async () => {
    const context = contextFor()
    const inputs = await inputsFor(definition, tables.get('healthy, classes')!, { context, optional: false })
    await expectSound(definition, await attempt(definition, inputs, context))
  })

  it('gives a result on healthy data, of classes or of numbers', async () => {
    const outcomes = []
    for (const table of [...healthy, tables.get(twoClasses)!]) {
      const context = contextFor()
      const inputs = await inputsFor(definition, table, { context, optional: true })
      outcomes.push(await attempt(definition, inputs, context))
    }
    const reasons = outcomes.map((outcome) =>
      outcome instanceof StepFailure ? outcome.reason.kind : 'result',
    )
    // A node that is not told where its data lie is the one that cannot give anything.
    expect(reasons).toContain(withoutSource.get(definition.type) ?? 'result')
  })

  it.each(healthy)('gives the same result twice, and changes nothing that it was given', async (table) => {
    const context = contextFor()
    const inputs = await inputsFor(definition, table, { context, optional: true })
    const kept = structuredClone(inputs)
    const first = await attempt(definition, inputs, context)
    expect(inputs).toEqual(kept)
    const second = await attempt(definition, inputs, contextFor())
    if (first instanceof StepFailure || second instanceof StepFailure) return expect(second).toEqual(first)
    if (definition.stage === 'deploy') return
    expect(second.outputs).toEqual(first.outputs)
    expect(second.metrics).toEqual(first.metrics)
  })

  it.each([0, 1, 2, 5])('leaves no tensor behind when it is cancelled at breath %i', async (breath) => {
    for (const table of healthy) {
      const whole = contextFor()
      const inputs = await inputsFor(definition, table, { context: whole, optional: true })
      const before = tensorCount()
      const outcome = await attempt(definition, inputs, contextFor(breath))
      expect(tensorCount()).toBe(before)
      expect(outcome instanceof StepFailure ? outcome.reason.kind : 'done').toMatch(
        /^(cancelled|done|no-file|no-address|wrong-task)$/,
      )
    }
  })
})
