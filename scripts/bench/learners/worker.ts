import type { LearnerFit, Predictor } from '@/contract/catalog'
import { hashBytes, hashValue } from '@/base/hash'
import type { Scores, Weights } from '@/values/model'
import { read, type Data } from './read'

/** One model to fit on some rows of a file and to judge on the others. */
export interface Job {
  /** Address of a CSV file whose last column is the target. */
  data: string
  /** Build type, e.g. `gradient-boosting`. */
  type: string
  params: Record<string, unknown>
  task: 'binary' | 'regression' | 'clustering'
  /** Rows from here to there are for testing, the others for training. */
  test: [number, number]
}

/** What a worker is asked: to read a file anew, in how many parts a job is learned, to learn all or one of them, to judge. */
export type Asked =
  | { load: string }
  | { count: Job }
  | { whole: Job }
  | { job: Job; part: Part }
  | { judge: Job; learned: Weights[] }

export interface Part {
  index: number
  of: number
}

export interface Done {
  count?: number
  weights?: Weights
  /** Accuracy, R², or for clusters the inertia of the training rows. */
  score?: number
  /** Hash of the weights and the scores: equal for equal models. */
  print?: string
}

const learners = import.meta.glob<{ default: LearnerFit }>('../../../src/nodes/build/*/learner.ts')
const predictors = import.meta.glob<{ default: Predictor }>('../../../src/nodes/build/*/predict.ts')
let loaded: { address: string; data: Data } | null = null

self.onmessage = async ({ data: asked }: MessageEvent<Asked>) => self.postMessage(await answer(asked))

async function answer(asked: Asked): Promise<Done> {
  if ('load' in asked) {
    if (loaded?.address !== asked.load) loaded = { address: asked.load, data: await read(asked.load) }
    cut = null
    return {}
  }
  if ('count' in asked) return { count: (await learnerOf(asked.count)).parts?.count(asked.count.params) ?? 1 }
  if ('whole' in asked) return judge(asked.whole, [await fit(asked.whole, null)])
  if ('job' in asked) return { weights: await fit(asked.job, asked.part) }
  return judge(asked.judge, asked.learned)
}

const learnerOf = async ({ type }: Job): Promise<LearnerFit> =>
  (await learners[`../../../src/nodes/build/${type}/learner.ts`]()).default

const classesOf = ({ task }: Job): string[] => (task === 'binary' ? ['0', '1'] : [])
const featuresOf = (data: Data): string[] => Array.from({ length: data.columns }, (_, i) => `x${i}`)

/** Rows for training and for testing; the parts of one job share them, as they do in the app. */
let cut: { key: string; training: Rows; testing: Rows } | null = null

function cutRows({ data: address, test }: Job): { training: Rows; testing: Rows } {
  const key = JSON.stringify([address, test])
  if (cut?.key === key) return cut
  const { data } = loaded!
  const [from, to] = test
  const training = rowsOf(data, [
    [0, from],
    [to, data.rows],
  ])
  cut = { key, training, testing: rowsOf(data, [test]) }
  return cut
}

async function fit(job: Job, part: Part | null): Promise<Weights> {
  const learner = await learnerOf(job)
  const pulse = {
    signal: new AbortController().signal,
    breathe: () => Promise.resolve(),
    progress: () => undefined,
  }
  const { training } = cutRows(job)
  const rows = job.task === 'clustering' ? { ...training, y: new Float64Array() } : training
  const data = { task: job.task, features: featuresOf(loaded!.data), ...rows, classes: classesOf(job) }
  const more = part ? { part } : {}
  const { weights } = await learner.fit({ ...data, validation: null, seed: 1, ...more }, job.params, pulse)
  return weights
}

async function judge(job: Job, learned: Weights[]): Promise<Done> {
  const learner = await learnerOf(job)
  const { default: predictor } = await predictors[`../../../src/nodes/build/${job.type}/predict.ts`]()
  const { task } = job
  const model = { task, classes: classesOf(job), features: featuresOf(loaded!.data) }
  const weights =
    learned.length === 1 || !learner.parts ? learned[0] : learner.parts.merge(learned, model).weights
  const { training, testing } = cutRows(job)
  const width = task === 'clustering' ? Number(job.params.clusters) : model.classes.length
  const scores = predictor.predict(weights, testing.x, width)
  const score =
    task === 'clustering'
      ? inertia(training, weights)
      : task === 'binary'
        ? accuracy(scores, testing.y)
        : rSquared(scores.values, testing.y)
  return { score, print: hashValue(viewsIn([weights, scores.values]).map(hashOf)) }
}

/** All arrays of numbers in a value, at any depth. */
function viewsIn(value: unknown): ArrayBufferView[] {
  if (ArrayBuffer.isView(value)) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(viewsIn) : []
}

const hashOf = (view: ArrayBufferView): string =>
  hashBytes(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))

/** Sum of the squared distances to the nearest centre. */
function inertia({ x }: Rows, weights: Weights): number {
  const { centres } = weights as unknown as { centres: Float64Array }
  const count = centres.length / x.columns
  let sum = 0
  for (let row = 0; row < x.rows; row++) {
    let least = Infinity
    for (let k = 0; k < count; k++) {
      let distance = 0
      for (let i = 0; i < x.columns; i++)
        distance += (x.values[row * x.columns + i] - centres[k * x.columns + i]) ** 2
      least = Math.min(least, distance)
    }
    sum += least
  }
  return sum
}

type Rows = ReturnType<typeof rowsOf>

/** Rows from here to there, several times, one after the other. */
function rowsOf({ columns, x, y }: Data, parts: [number, number][]) {
  const rows = parts.reduce((sum, [from, to]) => sum + to - from, 0)
  const values = new Float64Array(rows * columns)
  const truth = new Float64Array(rows)
  let at = 0
  for (const [from, to] of parts) {
    values.set(x.subarray(from * columns, to * columns), at * columns)
    truth.set(y.subarray(from, to), at)
    at += to - from
  }
  return { x: { rows, columns, values }, y: truth }
}

function accuracy({ values, width }: Scores, y: Float64Array): number {
  return y.filter((truth, row) => values[row * width + 1] > 0.5 === (truth === 1)).length / y.length
}

function rSquared(values: Float64Array, y: Float64Array): number {
  const mean = y.reduce((sum, each) => sum + each, 0) / y.length
  const total = y.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  return 1 - y.reduce((sum, each, row) => sum + (each - values[row]) ** 2, 0) / total
}
