import { describe, expect, it, vi } from 'vitest'
import {
  defineCombination,
  defineComposition,
  type Catalog,
  type LearnerFit,
  type Matrix,
  type Predictor,
  type TrainingData,
} from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { AnyDefinition } from '@/contract/node'
import { stillPulse } from '@/contract/pulse'
import { isTrained, type TrainJob } from '@/contract/run'
import type { Dataset, Role } from '@/values/dataset'
import type { Learner, Model, Weights } from '@/values/model'
import { allRows, codedColumn, numberColumn, type Table } from '@/values/table'
import { scoreMarked, scoreTable } from '../score'
import { mergeParts, partJobs, trainEachInTurn, trainModel } from '.'

const table: Table = {
  rowCount: 4,
  columns: [
    numberColumn('x', [1, NaN, 3, 4]),
    codedColumn('colour', ['red', 'blue', null, 'red']),
    numberColumn('y', [1, 2, 3, 10]),
  ],
}
const dataset: Dataset = {
  kind: 'dataset',
  raw: table,
  table,
  roles: new Map<string, Role>([['y', 'target']]),
  marks: null,
  recipe: [],
  objective: null,
}

const seen: TrainingData[] = []
const noted = (data: TrainingData) => {
  seen.push(data)
  return data
}
const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Keeps the mean of the target, and nothing else. */
const mean: LearnerFit = {
  type: 'test/mean',
  tasks: ['regression'],
  native: true,
  fit: async (data) => ({ weights: { mean: meanOf(noted(data).y) }, warnings: [] }),
}
/** Its three parts keep their own numbers. */
const parted: LearnerFit = {
  ...mean,
  type: 'test/parted',
  fit: async (data) => ({
    weights: { parts: [noted(data).part?.index ?? -1] },
    warnings: [`part ${data.part?.index}`],
  }),
  parts: {
    count: () => 3,
    merge: (weights) => ({
      weights: { parts: weights.flatMap((each) => each.parts as number[]) },
      warnings: ['merged'],
    }),
  },
}
const failing: LearnerFit = {
  ...mean,
  type: 'test/failing',
  fit: async () => failStep({ kind: 'no-target' }),
}
const groups: LearnerFit = {
  type: 'test/groups',
  tasks: ['clustering'],
  native: true,
  fit: async (data) => ({ weights: { rows: noted(data).x.rows }, warnings: [], classes: ['A', 'B'] }),
}

const definition = { type: 'test/composed' } as AnyDefinition
interface Composed extends Weights {
  members: Weights
}
const composed = defineComposition<{ learners: Learner[] }>(definition, {
  tasks: ['regression'],
  async compose(job, context) {
    const members = await context.trainAll(
      job.learner.params.learners.map((learner) => ({ ...job, learner })),
    )
    return { members, warnings: [], weights: { members: { ...members } as unknown as Weights } }
  },
})
const predictMean: Predictor = {
  type: 'test/mean',
  predict: (weights: Weights, x: Matrix) => ({
    rows: x.rows,
    width: 1,
    values: new Float64Array(x.rows).fill(weights.mean as number),
  }),
}
const combination = defineCombination<Composed>(definition, {
  members: ({ members }) => Object.values(members) as unknown as Model[],
  combine: (_, [first, second]) => ({
    ...first,
    values: first.values.map((value, i) => (value + second.values[i]) / 2),
  }),
})

const find =
  <T extends { type: string }>(all: T[]) =>
  (type: string) =>
    all.find((each) => each.type === type)!
const catalog: Catalog = {
  step: () => failStep({ kind: 'no-target' }),
  learner: find([mean, parted, failing, groups, composed]),
  predictor: find([predictMean, combination]),
}
const context = { ...stillPulse, catalog, backend: 'none' }
const learner = (type: string, params = {}): Learner => ({
  kind: 'learner',
  node: type,
  type,
  version: 1,
  params,
})
const job = (type: string, params = {}, rows = allRows(4)): TrainJob => ({
  dataset,
  learner: learner(type, params),
  rows,
  validationRows: null,
  seed: 1,
})

describe('training', () => {
  it('gives native learners gaps as they are, the index of each category, and no fault for an unseen one', async () => {
    const model = await trainModel(job('test/mean'), context)
    const { x, categories } = seen.at(-1)!
    expect(categories).toEqual([null, ['blue', 'red']])
    expect([...x.values]).toEqual([1, 1, NaN, 0, 3, NaN, 4, 1])
    const colours = codedColumn('colour', ['green', 'red', 'red', 'red'])
    const odd = { ...table, columns: [table.columns[0], colours] }
    expect((await scoreMarked(catalog, model, odd, context)).faults.size).toBe(0)
  })

  it('refuses an infinite value for native learners too, and names its row', async () => {
    const raw = { ...table, columns: [numberColumn('x', [1, NaN, Infinity, 2]), table.columns[2]] }
    const infinite = { ...job('test/mean'), dataset: { ...dataset, raw, table: raw } }
    const reason = { kind: 'not-finite', row: 2 }
    await expect(trainModel(infinite, context)).rejects.toMatchObject({ reason })
  })

  it('gives the same model whether parts are trained here or apart, and prepares the rows once', async () => {
    const whole = await trainModel(job('test/parted'), context)
    expect(whole.weights).toEqual({ parts: [0, 1, 2] })
    expect(whole.training.warnings).toEqual(['part 0', 'part 1', 'part 2', 'merged'])
    const [first, second] = seen.slice(-2)
    expect(first.x).toBe(second.x)
    const parts = partJobs(job('test/parted'), parted)
    const apart = await Promise.all(parts.map((part) => trainModel(part, context)))
    expect(mergeParts(apart, parted)).toEqual(whole)
  })

  it('keeps what was prepared for the next part, and drops it once none comes', async () => {
    vi.useFakeTimers()
    const [part] = partJobs(job('test/parted'), parted)
    for (const pause of [0, 3000, 60_000]) {
      await vi.advanceTimersByTimeAsync(pause)
      await trainModel(part, context)
    }
    vi.useRealTimers()
    const [first, soon, late] = seen.slice(-3)
    expect(soon.x).toBe(first.x)
    expect(late.x).not.toBe(first.x)
  })

  it('finds groups without a target, and names the classes after what was found', async () => {
    const model = await trainModel(job('test/groups'), context)
    expect(model).toMatchObject({ task: 'clustering', classes: ['A', 'B'], target: '', weights: { rows: 4 } })
    expect(seen.at(-1)!.y).toHaveLength(0)
  })

  it('composes a model of whole models, and scores by theirs', async () => {
    const learners = [learner('test/mean'), learner('test/mean')]
    const model = await trainModel(job('test/composed', { learners }), context)
    expect(model.contract.map(({ name }) => name)).toEqual(['x', 'colour'])
    expect([...(await scoreTable(catalog, model, table, context)).values]).toEqual([4, 4, 4, 4])
    const other = await trainModel(job('test/composed', { learners }, Int32Array.of(0, 1)), context)
    expect(other.fingerprint).not.toBe(model.fingerprint)
  })

  it('fails a search for an internal error', async () => {
    const broken = { ...context, catalog: { ...context.catalog, learner: () => failNow() } }
    const failNow = (): never => {
      throw new TypeError('boom')
    }
    await expect(trainEachInTurn([job('test/mean')], broken)).rejects.toThrow(TypeError)
    const reported = {
      ...broken,
      catalog: { ...context.catalog, learner: () => failStep({ kind: 'bug', message: 'boom' }) },
    }
    await expect(trainEachInTurn([job('test/mean')], reported)).rejects.toThrow(/error of ours/)
  })

  it('goes on in a search when one job fails, and says why it did', async () => {
    const results = await trainEachInTurn([job('test/failing'), job('test/mean')], context)
    expect(results.map(isTrained)).toEqual([false, true])
    expect(results[0]).toEqual({ error: { kind: 'no-target' } })
  })
})
