import { beforeAll, describe, expect, test } from 'vitest'
import { makeRandom } from '@/base/random'
import type { Host, RunContext, TrainJob } from '@/contract/run'
import { startTestBackend, testPulse } from '@/ml/tensor/testing'
import { trainModel } from '@/ml/train'
import { Mark, type Dataset } from '@/values/dataset'
import type { Model, ModelValue } from '@/values/model'
import { codedColumn, numberColumn, type Table } from '@/values/table'
import { catalog } from '../catalog'
import { definitions } from '../definitions'
import { runs } from '../runs'
import type { BaselinePreview } from './baseline/preview'
import type { TreePreview } from './decision-tree/preview'
import type { LinearPreview } from './linear-regression/preview'
import type { LogisticPreview } from './logistic-regression/preview'
import type { NetworkPreview } from './neural-network/preview'

beforeAll(startTestBackend)

const random = makeRandom(4)
const a = Array.from({ length: 90 }, () => random.normal())
const b = Array.from({ length: 90 }, () => random.normal())
const price = a.map((value, row) => 100 + 10 * value - 3 * b[row])
const kinds = a.map((value, row) =>
  value + 0.5 * random.normal() > 0.6 ? 'high' : b[row] > 0 ? 'middle' : 'low',
)
const features = [numberColumn('a', a), numberColumn('b', b)]

function dataset(target: 'price' | 'kind', marks: Uint8Array | null): Dataset {
  const column = target === 'price' ? numberColumn('price', price) : codedColumn('kind', kinds)
  const raw: Table = { rowCount: 90, columns: [...features, column] }
  return {
    kind: 'dataset',
    raw,
    table: raw,
    roles: new Map([[target, 'target']]),
    marks,
    recipe: [],
    objective: null,
  }
}

/** 60 training rows, 10 for validation, 20 for the test. */
const marks = Uint8Array.from({ length: 90 }, (_, row) =>
  row < 60 ? Mark.train : row < 70 ? Mark.validation : Mark.test,
)

async function build<V>(name: string, data: Dataset, params: Record<string, unknown> = {}) {
  const type = `build/${name}`
  const jobs: TrainJob[] = []
  const pulse = { ...testPulse(), catalog, backend: 'wasm' }
  const trainAll = (given: TrainJob[]) => {
    jobs.push(...given)
    return Promise.all(given.map((job) => trainModel(job, pulse)))
  }
  // A build node asks nothing of the world outside.
  const context: RunContext = {
    ...pulse,
    node: 'tested',
    seed: 1,
    trainAll,
    trainEach: trainAll,
    host: {} as Host,
  }
  const parsed = definitions.get(type)!.params.parse(params)
  const outcome = await runs.get(type)!.run({ params: parsed, inputs: { data }, context })
  const { model } = (outcome.outputs as unknown as { model: ModelValue }).model
  return { ...outcome, preview: outcome.preview as V, model, job: jobs[0] }
}

const scores = (model: Model, rows: number[][]) =>
  catalog
    .predictor(model.learner.type)
    .predict(
      model.weights,
      { rows: rows.length, columns: 2, values: Float64Array.from(rows.flat()) },
      model.classes.length,
    )

test('learns from the training rows alone, and hands the validation rows over for stopping only', async () => {
  const { job, model, warnings } = await build('baseline', dataset('price', marks))
  expect([job.rows.length, job.validationRows?.length, model.training.rows]).toEqual([60, 10, 60])
  expect((model.weights as { value: number }).value).toBeCloseTo(
    price.slice(0, 60).reduce((sum, x) => sum + x / 60, 0),
  )
  expect(warnings).toEqual([])
})

test('data that are not split are used whole, with a warning on the wire', async () => {
  const { job, warnings } = await build('baseline', dataset('price', null))
  expect(job.rows.length).toBe(90)
  expect(warnings?.[0]).toMatchObject({ port: 'data', text: expect.stringContaining('not split') })
})

test('data without training rows are a named error', async () => {
  const run = build('baseline', dataset('price', new Uint8Array(90).fill(Mark.test)))
  await expect(run).rejects.toMatchObject({ reason: { kind: 'no-rows', what: 'training' } })
})

test('the learner that leaves the node carries its parameters and where it came from', async () => {
  const { outputs } = await build('decision-tree', dataset('kind', marks), { maxDepth: 3 })
  const { learner } = outputs as unknown as { learner: unknown }
  expect(learner).toMatchObject({
    kind: 'learner',
    node: 'tested',
    type: 'build/decision-tree',
    params: { maxDepth: 3 },
  })
})

describe('previews', () => {
  test('baseline: the answer and the shares of the training rows', async () => {
    const { preview, figure } = await build<BaselinePreview>('baseline', dataset('kind', marks))
    const high = kinds.slice(0, 60).filter((kind) => kind === preview.answer).length
    expect(preview.shares[0]).toEqual({ name: preview.answer, share: high / 60 })
    expect(figure).toContain(String(preview.answer))
    expect(
      (await build<BaselinePreview>('baseline', dataset('price', marks), { number: 'median' })).preview.value,
    ).toBe(
      [...price.slice(0, 60)]
        .sort((x, y) => x - y)
        .slice(29, 31)
        .reduce((sum, x) => sum + x / 2, 0),
    )
  })

  test('linear regression: weights in the units of the data, the strongest first', async () => {
    const { preview } = await build<LinearPreview>('linear-regression', dataset('price', marks))
    expect(preview.coefficients.map(({ feature }) => feature)).toEqual(['a', 'b'])
    expect(preview.coefficients[0].raw[0]).toBeCloseTo(10, 6)
    expect(preview.coefficients[1].raw[0]).toBeCloseTo(-3, 6)
    expect(preview.intercepts[0]).toBeCloseTo(100, 6)
  })

  test('logistic regression: a row of weights for each class, and a falling loss', async () => {
    const { preview } = await build<LogisticPreview>('logistic-regression', dataset('kind', marks))
    expect([...preview.outputs].sort()).toEqual(['high', 'low', 'middle'])
    expect(preview.coefficients[0].raw.length).toBe(3)
    expect(preview.curve.loss.at(-1)).toBeLessThan(preview.curve.loss[0])
  })

  test('neural network: the curves of training and validation', async () => {
    const { preview, metrics } = await build<NetworkPreview>('neural-network', dataset('kind', marks), {
      epochs: 20,
    })
    expect(preview.shape).toEqual([2, 16, 3])
    expect(preview.parameters).toBe(2 * 16 + 16 + 16 * 3 + 3)
    expect(preview.curve.validationLoss.length).toBe(preview.epochs)
    expect(metrics?.validationLoss).toBe(preview.curve.validationLoss[preview.bestEpoch - 1])
  })

  test('decision tree: the drawn tree and what it asks about', async () => {
    const { preview } = await build<TreePreview>('decision-tree', dataset('kind', marks), { maxDepth: 2 })
    expect(preview.tree.nodes[0]).toMatchObject({ samples: 60, depth: 0, left: 1, right: 2 })
    expect(preview.tree.nodes[0].counts.reduce((sum, count) => sum + count, 0)).toBe(60)
    expect(preview.importances.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
  })
})

describe('what is odd is said', () => {
  const warningsOf = async (name: string, data: Dataset, params = {}) =>
    (await build(name, data, params)).warnings?.map((warning) => warning.text).join(' ') ?? ''

  function withTarget(values: number[] | string[]): Dataset {
    const coded = typeof values[0] === 'string'
    const target = coded ? codedColumn('t', values as string[]) : numberColumn('t', values as number[])
    const raw: Table = { rowCount: 90, columns: [...features, target] }
    return { ...dataset('price', marks), raw, table: raw, roles: new Map([['t', 'target']]) }
  }

  test('perfect separation', async () => {
    const clear = withTarget(a.map((value) => (value > 0 ? 'up' : 'down')))
    expect(await warningsOf('logistic-regression', clear, { c: 1e5 })).toContain('separated without error')
    expect(await warningsOf('logistic-regression', dataset('kind', marks))).not.toContain('separated')
  })

  test('a search that has not settled, and a class that no training row has', async () => {
    expect(await warningsOf('logistic-regression', dataset('kind', marks), { maxIterations: 1 })).toContain(
      'not settled',
    )
    const late = withTarget(kinds.map((kind, row) => (row > 80 ? 'new' : kind)))
    expect(await warningsOf('logistic-regression', late)).toContain('“new”')
  })

  test('a singular design, and a constant target', async () => {
    const data = dataset('price', marks)
    const raw = {
      rowCount: 90,
      columns: [
        ...data.raw.columns,
        numberColumn(
          'twice a',
          a.map((value) => 2 * value),
        ),
      ],
    }
    expect(await warningsOf('linear-regression', { ...data, raw, table: raw })).toContain(
      'follow (almost) exactly',
    )
    const flat = withTarget(a.map(() => 5))
    for (const name of ['linear-regression', 'neural-network', 'decision-tree'])
      expect(await warningsOf(name, flat), name).toContain('single value')
  })

  test('features that are too large for a network', async () => {
    const data = dataset('price', marks)
    const raw = {
      rowCount: 90,
      columns: [
        ...data.raw.columns,
        numberColumn(
          'salary',
          a.map((value) => 4e4 + 9e3 * value),
        ),
      ],
    }
    expect(await warningsOf('neural-network', { ...data, raw, table: raw }, { epochs: 2 })).toContain(
      '“salary”',
    )
  })
})

/** They search among others, or take a model that has been trained elsewhere. */
const doNotLearn = ['build/auto', 'build/import-model']

/** Types that learn by themselves, without learners or models wired to them. */
const alone = [...definitions.values()]
  .filter(
    ({ stage, type, inputPorts }) =>
      stage === 'build' && !doNotLearn.includes(type) && inputPorts.every(({ name }) => name === 'data'),
  )
  .map(({ type }) => type)

test.each(alone)('%s scores one row with the same bits as many rows', async (type) => {
  const target = type === 'build/linear-regression' ? 'price' : 'kind'
  const { model } = await build(type.slice(6), dataset(target, marks))
  const rows = a.slice(70).map((value, i) => [value, b[70 + i]])
  const together = scores(model, rows)
  rows.forEach((row, i) => {
    const own = together.values.subarray(i * together.width, (i + 1) * together.width)
    expect([...scores(model, [row]).values]).toEqual([...own])
    if (target === 'kind') expect(own.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  })
})
