import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { StepFailure } from '@/contract/errors'
import { readJson, readModelFile } from '@/ml/modelFile/read'
import { writeModelFile } from '@/ml/modelFile/write'
import { scoreMarked } from '@/ml/score'
import { startTestBackend } from '@/ml/tensor/testing'
import type { ModelValue } from '@/values/model'
import { catalog } from '../../catalog'
import { contextWith, inputsFor, pulseUntil } from '../../contract.fixture'
import { tables, twoClasses } from '../../contract.tables'
import { definitions } from '../../definitions'
import { runs } from '../../runs'
import { answer } from '@/service/answer'

beforeAll(startTestBackend)

const types = [...definitions.values()].filter(
  ({ stage, type }) => stage === 'build' && type !== 'build/import-model',
)
const lighter = new Map([['build/auto', { models: 2, folds: 2 }]])
const context = contextWith(pulseUntil(Infinity), answer)
const read = (bytes: Uint8Array) => readModelFile(readJson(bytes), catalog)

/** Null where the type does not do what the table asks for. */
async function trained(type: string, name: string): Promise<ModelValue | null> {
  const definition = definitions.get(type)!
  const inputs = await inputsFor(definition, tables.get(name)!, { context, optional: true })
  const params = definition.params.parse(lighter.get(type) ?? {})
  try {
    const { outputs } = await runs.get(type)!.run({ params, inputs, context })
    return (outputs as unknown as { model: ModelValue }).model
  } catch (error) {
    if (error instanceof StepFailure && error.reason.kind === 'wrong-task') return null
    throw error
  }
}

test.each(types)('$type comes back from its file with the same bits in every score', async ({ type }) => {
  let models = 0
  for (const name of ['healthy, classes', 'healthy, numbers', twoClasses]) {
    const value = await trained(type, name)
    if (!value) continue
    models++
    const { model, dataset } = value
    const back = read(writeModelFile(model, { accuracy: 0.5 }))
    expect(back.model).toEqual(model)
    expect(back.metrics).toEqual({ accuracy: 0.5 })
    const before = await scoreMarked(catalog, model, dataset.raw, context)
    const after = await scoreMarked(catalog, back.model, dataset.raw, context)
    expect(new Uint8Array(after.values.buffer)).toEqual(new Uint8Array(before.values.buffer))
  }
  expect(models).toBeGreaterThan(0)
})

test('a file with a changed, missing or added byte is refused by name, or is the same model', async () => {
  const { model } = (await trained('build/decision-tree', 'healthy, classes'))!
  const whole = writeModelFile(model)
  const outcome = (bytes: Uint8Array) => {
    try {
      return read(bytes).model
    } catch (error) {
      return error instanceof StepFailure ? error.reason.kind : error
    }
  }
  const change = fc.record({
    at: fc.nat(whole.length - 1),
    byte: fc.integer({ min: 0, max: 255 }),
    how: fc.constantFrom('replace', 'cut', 'insert'),
  })
  let refused = 0
  fc.assert(
    fc.property(change, ({ at, byte, how }) => {
      const rest = how === 'cut' ? [] : whole.subarray(how === 'replace' ? at + 1 : at)
      const found = outcome(
        Uint8Array.from([...whole.subarray(0, at), ...(how === 'cut' ? [] : [byte]), ...rest]),
      )
      if (found === 'bad-file') refused++
      else expect(found).toEqual(model)
    }),
    { numRuns: 300, seed: 7 },
  )
  expect(refused).toBeGreaterThan(250)
})
