import { expect, test } from 'vitest'
import { hashBytes } from '@/base/hash'
import type { JsonObject } from '@/base/json'
import { makeRandom } from '@/base/random'
import { describe as words, StepFailure, type StepError } from '@/contract/errors'
import type { RunContext } from '@/contract/run'
import reference from '@/ml/layers/layers.reference.json'
import { writeModelFile } from '@/ml/modelFile/write'
import { scoreTable } from '@/ml/score'
import { trainModel } from '@/ml/train'
import { answer } from '@/service/answer'
import { Mark, type Dataset } from '@/values/dataset'
import type { Model, ModelValue } from '@/values/model'
import { allRows, codedColumn, numberColumn, type Table } from '@/values/table'
import { catalog } from '../../catalog'
import { contextWith, pulseUntil } from '../../contract.fixture'
import definition from './definition'
import run from './run'
import type { ImportPreview } from './preview'

const random = makeRandom(5)
const rows = 60
const numbers = Array.from({ length: 4 }, () => Float64Array.from({ length: rows }, () => random.normal()))
const kinds = Array.from(numbers[0], (value, row) => (value + numbers[1][row] > 0 ? 'yes' : 'no'))
const kinds3 = Array.from(numbers[0], (value) => (value > 0.4 ? 'c' : value > -0.4 ? 'b' : 'a'))

function dataset(names: string[], target: [string, string[]], recipe: Dataset['recipe'] = []): Dataset {
  const raw: Table = {
    rowCount: rows,
    columns: [...names.map((name, i) => numberColumn(name, numbers[i])), codedColumn(...target)],
  }
  const marks = Uint8Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? Mark.test : Mark.train))
  return {
    kind: 'dataset',
    raw,
    table: raw,
    roles: new Map([[target[0], 'target']]),
    marks,
    recipe,
    objective: null,
  }
}

const plain = contextWith(pulseUntil(Infinity), answer)

async function tree(data: Dataset, recipe: Dataset['recipe'] = []): Promise<Model> {
  const params = { criterion: 'gini', maxDepth: 4, minSamplesSplit: 2, minSamplesLeaf: 1, ccpAlpha: 0 }
  const learner = { kind: 'learner', node: 'tree', type: 'build/decision-tree', version: 1, params } as const
  return trainModel(
    { dataset: { ...data, recipe }, learner, rows: allRows(40), validationRows: null, seed: 1 },
    plain,
  )
}

interface Files {
  file: Uint8Array
  weights?: Uint8Array
}

/** Imports as the node does, its files being on this device. */
async function imported(files: Files, data: Dataset, settings: JsonObject = {}) {
  const kept = new Map(Object.values(files).map((bytes: Uint8Array) => [hashBytes(bytes), bytes]))
  const named = Object.entries(files).map(([name, bytes]: [string, Uint8Array]) => [
    name,
    { hash: hashBytes(bytes), name: `${name}.json`, size: bytes.length },
  ])
  const params = definition.params.parse({ ...Object.fromEntries(named), ...settings })
  const host = { ...plain.host, readFile: (hash: string) => Promise.resolve(kept.get(hash) ?? null) }
  const context: RunContext = { ...plain, host }
  const outcome = await run.run({ params, inputs: { data }, context })
  const { model } = outcome.outputs as unknown as { model: ModelValue }
  return { model: model.model, preview: outcome.preview as ImportPreview, warnings: outcome.warnings ?? [] }
}

async function refusal(work: Promise<unknown>): Promise<StepError> {
  try {
    await work
  } catch (error) {
    if (error instanceof StepFailure) return error.reason
    throw error
  }
  throw new Error('it was not refused')
}

const sentence = async (work: Promise<unknown>): Promise<string> => words(await refusal(work)).cause
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const ab = ['a', 'b', 'c', 'd']
const own = dataset(ab, ['kind', kinds])
const scoresOf = (model: Model, data: Dataset) => scoreTable(catalog, model, data.raw, plain)

test('a model file over data of the same columns is the same model, by the name of the node that imports it', async () => {
  const model = await tree(own)
  const found = await imported({ file: writeModelFile(model, { leaves: 3 }) }, own)
  expect(found.model.fingerprint).toBe(model.fingerprint)
  expect(found.model.learner.node).toBe('tested')
  expect(found.preview.metrics).toEqual([{ name: 'leaves', value: 3 }])
  expect(await scoresOf(found.model, own)).toEqual(await scoresOf(model, own))
})

const scaled: Dataset['recipe'] = [
  { node: 'scale', type: 'prepare/scale', params: { method: 'standard', columns: [] } },
]
const other = dataset(['w', 'x', 'y', 'z'], ['label', kinds])

test.each([
  ['in their order', { matching: 'order' }],
  ['by a list of names', { columns: ab.map((name, i) => ({ column: 'wxyz'[i], name })) }],
])('columns of other names are paired %s, and the answers stay', async (_name, settings) => {
  const model = await tree(own, scaled)
  const found = await imported({ file: writeModelFile(model) }, other, settings)
  expect(await scoresOf(found.model, other)).toEqual(await scoresOf(model, own))
  expect(found.model.contract.map(({ name }) => name)).toEqual(['w', 'x', 'y', 'z'])
  expect(found.model.target).toBe('label')
})

test('a list that pairs two columns the other way round changes which is which', async () => {
  const model = await tree(own)
  const swap = [
    { column: 'b', name: 'a' },
    { column: 'a', name: 'b' },
  ]
  const found = await imported({ file: writeModelFile(model) }, own, { columns: swap })
  const swapped = dataset(['b', 'a', 'c', 'd'], ['kind', kinds])
  expect(await scoresOf(found.model, swapped)).toEqual(await scoresOf(model, own))
})

test('a column that the model expects and the data lack is named', async () => {
  const file = writeModelFile(await tree(own))
  expect(await sentence(imported({ file }, other))).toBe(
    'The model expects a column “a”, and the data have none of that name.',
  )
})

test('too few columns in order, and one column for two inputs, are refused', async () => {
  const file = writeModelFile(await tree(own))
  const columns = [{ column: 'a', name: '' }]
  expect(await sentence(imported({ file }, own, { matching: 'order', columns }))).toBe(
    'The model expects 4 columns, and the list names 1.',
  )
  const twice = [{ column: 'a', name: 'b' }]
  expect(await sentence(imported({ file }, own, { columns: twice }))).toMatch(/“a” would serve as two inputs/)
})

test('preparation before the node is told to be unused, as the model brings its own', async () => {
  const model = await tree(own)
  const { warnings } = await imported({ file: writeModelFile(model) }, { ...own, recipe: scaled })
  expect(warnings.map(({ text }) => text).join()).toMatch(/preparation wired before this node is not used/)
})

test.each([
  ['a file that is no JSON', new Uint8Array([1, 2, 3]), /not a JSON object, or it is cut off/],
  ['JSON of another kind', bytesOf({ rows: [] }), /no model that can be read here/],
  [
    'a file of a newer version',
    bytesOf({ format: 'stagecraft/model', version: 2 }),
    /newer version of Stagecraft/,
  ],
  ['a model file without a model', bytesOf({ format: 'stagecraft/model', version: 1 }), /damaged: hash/],
])('%s is refused by name', async (_name, file, expected) => {
  const error = await refusal(imported({ file }, own))
  expect(error.kind).toBe('bad-file')
  expect(words(error).cause).toMatch(expected)
})

test('a learner that is not in this version is named', async () => {
  const model = { ...(await tree(own)), fingerprint: '' }
  const { modelFingerprint } = await import('@/ml/fingerprint')
  const foreign = { ...model, learner: { ...model.learner, type: 'build/oracle' } }
  const file = writeModelFile({ ...foreign, fingerprint: modelFingerprint(foreign) })
  expect(await sentence(imported({ file }, own))).toMatch(/needs “build\/oracle”/)
})

test('weights that do not fit together are found when the file is read', async () => {
  const { modelFingerprint } = await import('@/ml/fingerprint')
  const emptied = { ...(await tree(own)), weights: {} }
  const file = writeModelFile({ ...emptied, fingerprint: modelFingerprint(emptied) })
  expect(await sentence(imported({ file }, own))).toMatch(/weights do not fit together/)
})

const layersFiles = (name: 'classes' | 'two' | 'deep') => ({
  file: bytesOf(reference[name].file),
  weights: Uint8Array.from(Buffer.from(reference[name].weights, 'base64')),
})

/** Three classes as the outputs of the network name them. */
const three = dataset(ab, ['kind', kinds3])

test('a TensorFlow.js model takes the columns in their order and answers with the classes that are named', async () => {
  const found = await imported(layersFiles('classes'), three, { classes: 'b, c, a' })
  expect(found.model.classes).toEqual(['b', 'c', 'a'])
  expect(found.model.contract.map(({ name }) => name)).toEqual(ab)
  const x = reference.classes.x
  const raw: Table = {
    rowCount: x.length,
    columns: ab.map((name, i) =>
      numberColumn(
        name,
        x.map((row) => row[i]),
      ),
    ),
  }
  const { values } = await scoreTable(catalog, found.model, raw, plain)
  reference.classes.y.flat().forEach((value, i) => expect(Math.abs(values[i] - value)).toBeLessThan(2e-6))
})

test('the preparation that is wired before a TensorFlow.js model becomes part of it', async () => {
  const found = await imported(layersFiles('classes'), { ...three, recipe: scaled })
  expect(found.model.recipe.map(({ type }) => type)).toEqual(['prepare/scale'])
  const bare = await imported(layersFiles('classes'), three)
  expect(await scoresOf(found.model, three)).not.toEqual(await scoresOf(bare.model, three))
})

const misfits: [string, 'two' | 'classes', { data: Dataset; settings?: JsonObject }, RegExp][] = [
  ['another number of inputs', 'two', { data: own }, /takes 3 inputs, and the prepared data have 4/],
  [
    'another number of outputs',
    'classes',
    { data: own },
    /gives 3 outputs, and the target asks for 2 classes/,
  ],
  [
    'classes that are not the target’s',
    'classes',
    { data: three, settings: { classes: 'x,y,z' } },
    /none of them is a value/,
  ],
]

test.each(misfits)('a TensorFlow.js model is refused for %s', async (_name, file, input, expected) => {
  expect(await sentence(imported(layersFiles(file), input.data, input.settings))).toMatch(expected)
})

test('a TensorFlow.js model without its weights asks for them', async () => {
  const { file } = layersFiles('classes')
  expect(await sentence(imported({ file }, three))).toMatch(/weights .* are not chosen yet/)
})
