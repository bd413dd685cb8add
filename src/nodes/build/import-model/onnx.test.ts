import { describe, expect, it, test } from 'vitest'
import { hashBytes } from '@/base/hash'
import type { JsonObject } from '@/base/json'
import { describe as words, StepFailure } from '@/contract/errors'
import type { RunContext } from '@/contract/run'
import { scoreTable } from '@/ml/score'
import { answer } from '@/service/answer'
import { Mark, type Dataset } from '@/values/dataset'
import type { Model, ModelValue } from '@/values/model'
import { codedColumn, numberColumn, type Column, type Table } from '@/values/table'
import { catalog } from '../../catalog'
import { contextWith, pulseUntil } from '../../contract.fixture'
import endpointDefinition from '../../deploy/endpoint/definition'
import endpoint from '../../deploy/endpoint/run'
import definition from './definition'
import reference from './onnx.reference.json'
import type { ImportPreview } from './preview'
import run from './run'

const names = ['a', 'b', 'c', 'd']
const plain = contextWith(pulseUntil(Infinity), answer)
type Name = keyof typeof reference.models
const bytesOf = (name: Name): Uint8Array => new Uint8Array(Buffer.from(reference.models[name], 'base64'))
const kindOf = (kinds: readonly string[]) => codedColumn('kind', [...kinds])

function dataset(target: Column, order = names): Dataset {
  const numbers = order.map((name) =>
    numberColumn(
      name,
      Float64Array.from(reference.x, (row) => row[names.indexOf(name)]),
    ),
  )
  const raw: Table = { rowCount: reference.x.length, columns: [...numbers, target] }
  const marks = Uint8Array.from(reference.x, (_, row) => (row % 3 === 0 ? Mark.test : Mark.train))
  const roles = new Map([[target.name, 'target' as const]])
  return { kind: 'dataset', raw, table: raw, roles, marks, recipe: [], objective: null }
}

const kinds = dataset(kindOf(reference.kinds))

async function imported(file: Uint8Array, data: Dataset, settings: JsonObject = {}) {
  const hash = hashBytes(file)
  const params = definition.params.parse({ file: { hash, name: 'own.onnx', size: file.length }, ...settings })
  const host = { ...plain.host, readFile: (wanted: string) => Promise.resolve(wanted === hash ? file : null) }
  const context: RunContext = { ...plain, host }
  const outcome = await run.run({ params, inputs: { data }, context })
  const { model } = outcome.outputs as unknown as { model: ModelValue }
  return { value: model, model: model.model, preview: outcome.preview as ImportPreview }
}

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error
    const { cause, advice } = words(error.reason)
    return `${cause} ${advice}`
  }
  throw new Error('it was not refused')
}

/** Largest difference between the scores and what scikit-learn gives. */
async function difference(model: Model, data: Dataset, expected: readonly (readonly number[])[]) {
  const { values, width } = await scoreTable(catalog, model, data.raw, plain)
  expect(width).toBe(expected[0].length)
  return Math.max(...expected.flat().map((value, at) => Math.abs(value - values[at])))
}

describe('answers as scikit-learn does', () => {
  test.each(['logistic', 'forest', 'softmax', 'pipeline'] as const)('of the model “%s”', async (name) => {
    const { model, preview } = await imported(bytesOf(name), kinds)
    expect([preview.source, model.classes]).toEqual(['onnx', reference.classes])
    expect(await difference(model, kinds, reference.expected[name])).toBeLessThan(1e-6)
  })

  it('of a regression', async () => {
    const data = dataset(numberColumn('value', Float64Array.from(reference.value)))
    const { model } = await imported(bytesOf('linear'), data)
    expect(model.task).toBe('regression')
    expect(await difference(model, data, reference.expected.linear)).toBeLessThan(1e-6)
  })

  it('of a single output, which is the probability of the second class', async () => {
    const data = dataset(kindOf(reference.kinds.map((kind) => (kind === 'tall' ? 'yes' : 'no'))))
    const { model } = await imported(bytesOf('single'), data)
    const expected = reference.expected.single.map(([share]) => [1 - share, share])
    expect(await difference(model, data, expected)).toBeLessThan(1e-6)
  })

  it('whatever the order of the columns, where each has an input of its own', async () => {
    const data = dataset(kindOf(reference.kinds), ['d', 'b', 'a', 'c'])
    const { model } = await imported(bytesOf('pipeline'), data)
    expect(await difference(model, data, reference.expected.pipeline)).toBeLessThan(1e-6)
  })
})

describe('classes', () => {
  const reversed = [...reference.classes].reverse().join(', ')

  it('that contradict what the model decides are refused, with the output named', async () => {
    expect(await refusal(imported(bytesOf('logistic'), kinds, { classes: reversed }))).toMatch(
      /output 1 of the ONNX model stands for “middle”/,
    )
  })

  it('can be named where the file has none', async () => {
    const { model } = await imported(bytesOf('softmax'), kinds, { classes: reversed })
    expect(model.classes.join(', ')).toBe(reversed)
  })

  it('of another target are refused', async () => {
    const data = dataset(kindOf(reference.kinds.map((kind) => `${kind}er`)))
    expect(await refusal(imported(bytesOf('forest'), data))).toMatch(/which is none of the classes/)
  })
})

const cut = (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)

test.each([
  ['a list of dictionaries', bytesOf('zipmap'), kinds, /ZipMap.*zipmap=False/],
  ['words as inputs', bytesOf('words'), kinds, /input “w” of the ONNX model takes string/],
  ['outputs that are no probabilities', bytesOf('logits'), kinds, /no probabilities of 3 classes/],
  ['one row at a time', bytesOf('fixed'), kinds, /takes exactly one row at a time/],
  ['an operator that there is not', bytesOf('unknown'), kinds, /operator “(own[:.])?Wonder”/],
  ['half a file', cut(bytesOf('forest')), kinds, /damaged or cut off|cannot be opened/],
  ['no model', new TextEncoder().encode('hello'), kinds, /damaged or cut off|cannot be opened/],
  [
    'two classes in place of three',
    bytesOf('logistic'),
    dataset(kindOf(reference.kinds.map((kind) => (kind === 'tall' ? 'yes' : 'no')))),
    /gives 3 numbers for each row/,
  ],
  [
    'classes for a target of numbers',
    bytesOf('forest'),
    dataset(numberColumn('value', Float64Array.from(reference.value))),
    /decides between classes/,
  ],
])('%s: refused with what to do', async (_name, file, data, said) => {
  expect(await refusal(imported(file, data))).toMatch(said)
})

it('takes too few columns for what they are', async () => {
  const settings = { matching: 'order', columns: [{ column: 'a', name: 'a' }] }
  expect(await refusal(imported(bytesOf('logistic'), kinds, settings))).toMatch(
    /takes 4 columns, and the list names 1/,
  )
})

it('is not deployed to the endpoint, which cannot run it', async () => {
  const { value } = await imported(bytesOf('logistic'), kinds)
  const params = endpointDefinition.params.parse({})
  const deployed = endpoint.run({ params, inputs: { model: value }, context: plain })
  expect(await refusal(deployed)).toMatch(/which the endpoint does not carry/)
})
