import { beforeAll, expect, it } from 'vitest'
import { makeRandom } from '@/base/random'
import type { JsonObject } from '@/base/json'
import { stillPulse } from '@/contract/pulse'
import { startWasm } from '@/ml/tensor/backend'
import { wasmFile } from '@/ml/tensor/wasmFile'
import { trainModel } from '@/ml/train'
import type { Dataset } from '@/values/dataset'
import type { Learner, Model } from '@/values/model'
import { codedColumn, numberColumn } from '@/values/table'
import { catalog } from './catalog'
import { definitions } from './definitions'

/** Features and a target without any relation, of which every row comes six times: only a copy can be told. */
const rowCount = 240
const copies = 6

beforeAll(() => startWasm(wasmFile()))

function noise(): Dataset {
  const random = makeRandom(5)
  const numbers = () => Float64Array.from({ length: rowCount }, () => random.normal())
  const words = Array.from({ length: rowCount }, () => (random.next() < 0.5 ? 'yes' : 'no'))
  const table = {
    rowCount,
    columns: [numberColumn('a', numbers()), numberColumn('b', numbers()), codedColumn('y', words)],
  }
  return {
    kind: 'dataset',
    raw: table,
    table,
    roles: new Map([['y', 'target']]),
    marks: null,
    recipe: [],
    objective: null,
  }
}

function train(type: string, params: JsonObject): Promise<Model> {
  const rows = Int32Array.from({ length: rowCount * copies }, (_, i) => Math.floor(i / copies))
  const settings = definitions.get(type)?.params.parse(params) as JsonObject
  const learner: Learner = { kind: 'learner', node: 'a', type, version: 1, params: settings }
  const job = { dataset: noise(), learner, rows, validationRows: null, seed: 3 }
  return trainModel(job, { catalog, backend: 'cpu', ...stillPulse })
}

it('a forest is judged out of the bag by trees that have seen no copy of a row', async () => {
  const { weights } = await train('build/random-forest', { trees: 60, outOfBag: true })
  expect(Math.abs((weights.outOfBagScore as number) - 0.5)).toBeLessThan(0.12)
})

it('boosting sees on the rows that it watches that there is nothing to learn', async () => {
  const params = { earlyStopping: 'on', minSamplesLeaf: 1, iterations: 60 }
  const { weights } = await train('build/gradient-boosting', params)
  const losses = weights.validationLoss as Float64Array
  expect(losses.at(-1)).toBeGreaterThan(losses[0])
})

it('support vectors are as unsure of noise as they should be', async () => {
  const { weights } = await train('build/svm', { probability: true, gamma: 'number', gammaValue: 50, c: 100 })
  expect(Math.abs((weights.slopes as Float64Array)[0])).toBeLessThan(0.5)
})

it('a network that stops early stops early on noise', async () => {
  const params = {
    layers: [{ units: 64, activation: 'relu' }],
    epochs: 150,
    batchSize: 16,
    learningRate: 0.01,
  }
  const { weights } = await train('build/neural-network', { ...params, patience: 150 })
  const losses = weights.validationLoss as Float64Array
  expect(losses.at(-1)).toBeGreaterThan(losses[0])
})
