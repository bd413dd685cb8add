import { expect, it } from 'vitest'
import { describe as words, StepFailure, type StepError } from '@/contract/errors'
import { stillPulse } from '@/contract/pulse'
import type { RunContext, TrainJob } from '@/contract/run'
import { trainEachInTurn, trainInTurn } from '@/ml/train'
import { answer } from '@/service/answer'
import type { Dataset } from '@/values/dataset'
import type { Learner } from '@/values/model'
import { allRows, numberColumn, type Table } from '@/values/table'
import { contextWith } from '../contract.fixture'
import { trainAsked } from './trainAsked'

/** A job over so many rows of as many equal columns; nothing is held twice, so that a large one is cheap. */
function jobOf(type: string, rows: number, columns = 2, params = {}): TrainJob {
  const values = Float64Array.from({ length: rows }, (_, row) => row % 97)
  const raw: Table = {
    rowCount: rows,
    columns: Array.from({ length: columns }, (_, i) => numberColumn(`x${i}`, values)),
  }
  const dataset: Dataset = {
    kind: 'dataset',
    raw,
    table: raw,
    roles: new Map(),
    marks: null,
    recipe: [],
    objective: null,
  }
  const learner: Learner = { kind: 'learner', node: 'n', type, version: 1, params }
  return { dataset, learner, rows: allRows(rows), validationRows: null, seed: 1 }
}

/** A context that trains nothing, and whose clock goes on as if all rows of `full` took so many milliseconds. */
function slow(ms: number, full = 50_000) {
  const trained: number[] = []
  let now = 0
  const context: RunContext = {
    ...contextWith(stillPulse, answer),
    trainAll: async (jobs) => {
      trained.push(...jobs.map(({ rows }) => rows.length))
      return []
    },
    trainEach: async (jobs) => {
      now += jobs.reduce((sum, { rows }) => sum + ms * (rows.length / full) ** 2, 0)
      trained.push(...jobs.map(({ rows }) => rows.length))
      return []
    },
  }
  return { context, trained, clock: () => now }
}

async function question(work: Promise<unknown>): Promise<StepError> {
  try {
    await work
  } catch (error) {
    if (error instanceof StepFailure) return error.reason
    throw error
  }
  throw new Error('it did not ask')
}

const svm = 'build/svm'

it('asks before training that would take too long, with a sample that would not', async () => {
  const { context, trained, clock } = slow(1e6)
  const reason = await question(trainAsked(jobOf(svm, 50_000), context, clock))
  expect(reason).toMatchObject({ kind: 'too-much', rows: 50_000, features: 2, ms: 1_000_000, sample: 10_000 })
  expect(trained).toEqual([125, 500])
  const { cause, advice } = words(reason)
  expect(cause).toMatch(/^Training on 50,000 rows of 2 features would take about .*, by a trial/)
  expect(advice).toMatch(/sample of about 10,000 rows/)
})

it('asks by memory alone where the numbers would not fit', async () => {
  const { context, trained, clock } = slow(0)
  const reason = await question(trainAsked(jobOf('build/decision-tree', 2_000_000, 40), context, clock))
  expect(reason).toMatchObject({ kind: 'too-much', ms: null, bytes: 1.92e9, sample: 500_000 })
  expect(trained).toEqual([])
})

it('ends with the first trial where that is hopeless', async () => {
  const { context, trained, clock } = slow(1e7)
  await question(trainAsked(jobOf(svm, 50_000), context, clock))
  expect(trained).toEqual([125])
})

it('trains without a question what is quick, or small, or wanted anyway', async () => {
  const quick = slow(1000)
  await trainAsked(jobOf(svm, 50_000), quick.context, quick.clock)
  expect(quick.trained).toEqual([125, 500, 50_000])
  const small = slow(1e9)
  await trainAsked(jobOf(svm, 19_999), small.context, small.clock)
  expect(small.trained).toEqual([19_999])
  const wanted = slow(1e9)
  await trainAsked(jobOf(svm, 50_000), { ...wanted.context, anyway: true }, wanted.clock)
  expect(wanted.trained).toEqual([50_000])
})

it('takes a learner that is made of others for as slow as the slowest of them', async () => {
  const learners = [jobOf(svm, 1).learner, jobOf('build/decision-tree', 1).learner]
  const { context, trained, clock } = slow(1e6)
  const reason = await question(trainAsked(jobOf('build/ensemble', 50_000, 2, { learners }), context, clock))
  expect(reason).toMatchObject({ kind: 'too-much', ms: 1_000_000 })
  expect(trained).toEqual([125, 500])
})

it('gives the same model after a trial as without one', async () => {
  const context = contextWith(stillPulse, answer)
  const real: RunContext = {
    ...context,
    trainAll: (jobs) => trainInTurn(jobs, context),
    trainEach: (jobs) => trainEachInTurn(jobs, context),
  }
  const job = jobOf('build/k-means', 60_000, 20, { clusters: 3, starts: 1, maxIterations: 20 })
  const tried = await trainAsked(job, real)
  const [plain] = await trainInTurn([job], context)
  expect(tried.fingerprint).toBe(plain.fingerprint)
})
