import { hashSeed } from '@/base/hash'
import type { Pulse } from '@/contract/pulse'
import type { RunContext, TrainJob } from '@/contract/run'
import type { Dataset } from '@/values/dataset'
import { metricOrder } from '@/values/metrics'
import type { Learner } from '@/values/model'
import { onesFor } from '../metrics/classData'
import { measure } from '../metrics/intervals'
import { metricSetOf, picturesOf, type Judging } from './evaluateScores'
import type { Fold, Folding } from './folding'
import type { ModelResult } from './preview'
import { needScored, scoreRows, type ScoredRows } from './scoredRows'
import { spreadOf, type FoldSpread } from './spread'
import { unscoredOf } from './unscored'

/** One learner over all folds. */
export interface CrossValidated extends ModelResult {
  spread: FoldSpread[]
}

type Context = Pick<RunContext, 'seed' | 'catalog' | 'trainAll'> & Pulse

/** What is validated, and how it is judged. */
export interface CrossValidation {
  dataset: Dataset
  learners: Learner[]
  folding: Folding
  judging: Judging
}

/**
 * Trains every learner in every fold, recipe included, and judges each on the fold's own test rows. Metrics are means
 * over the folds, as scikit-learn's `cross_val_score`; pictures pool the out-of-fold rows of the first repeat.
 */
export async function crossValidate(plan: CrossValidation, context: Context): Promise<CrossValidated[]> {
  const scored = await scoreFolds(plan, context)
  return judgeFolds(plan, scored, context)
}

/** Each leaves as soon as its rows are scored: hundreds of forests, one for each row left out, would fill the memory. */
const modelsAtOnce = 24

/** Truth and scores of the test rows of each fold, for every learner: what all figures are made of. */
export async function scoreFolds(
  plan: Omit<CrossValidation, 'judging'>,
  context: Context,
): Promise<ScoredRows[][]> {
  const jobs = plan.learners.flatMap((learner) =>
    plan.folding.folds.map((fold) => jobFor(plan, learner, fold, context.seed)),
  )
  const { dataset, folding } = plan
  const scored: ScoredRows[][] = plan.learners.map(() => [])
  const each = folding.folds.length
  for (let first = 0; first < jobs.length; first += modelsAtOnce) {
    const models = await context.trainAll(jobs.slice(first, first + modelsAtOnce), (finished) =>
      context.progress({
        share: (0.95 * (first + finished)) / jobs.length,
        message: `${first + finished} of ${jobs.length} models trained`,
      }),
    )
    for (const [i, model] of models.entries()) {
      const { test } = folding.folds[(first + i) % each]
      scored[Math.floor((first + i) / each)].push(await scoreRows(context, model, dataset, test))
    }
  }
  for (const parts of scored) if (parts.every(({ rows }) => rows.length === 0)) needScored(parts[0])
  return scored
}

/** Figures and pictures of every learner from the scores of its folds. */
export async function judgeFolds(
  plan: CrossValidation,
  scored: ScoredRows[][],
  context: Context,
): Promise<CrossValidated[]> {
  const results: CrossValidated[] = []
  for (const [index, learner] of plan.learners.entries())
    results.push(await judgeLearner(plan, learner, scored[index], context))
  return results
}

/** A learner has the same seed in a fold whichever learners are wired beside it. */
function jobFor(
  { dataset }: Pick<CrossValidation, 'dataset'>,
  learner: Learner,
  { repeat, fold, train }: Fold,
  seed: number,
): TrainJob {
  const jobSeed = hashSeed(seed, learner.node, 'fold', repeat, fold)
  return { dataset, learner, rows: train, validationRows: null, seed: jobSeed }
}

async function judgeLearner(
  { folding, judging }: CrossValidation,
  learner: Learner,
  parts: ScoredRows[],
  context: Context,
): Promise<CrossValidated> {
  const firstRepeat = parts.filter((_, i) => folding.folds[i].repeat === 1)
  const figures = isPooled(folding.scheme)
    ? await pooledFigures(pool(parts), judging, context)
    : meanFigures(parts, folding, judging)
  const faults = new Map(parts.flatMap((part) => [...part.faults]))
  const unscored = unscoredOf(faults, folding.rows.length, { rows: 'rows' })
  return {
    node: learner.node,
    learner: learner.type,
    rows: unscored || folding.scheme !== 'folds' ? countDistinct(parts) : folding.rows.length,
    ...(unscored ? { unscored } : {}),
    ...figures,
    ...(await picturesOf(pool(firstRepeat), judging, context)),
  }
}

/** Schemes whose single tests say too little, or are one: their figures stand on the rows of all tests together. */
export const isPooled = (scheme: Folding['scheme']): boolean =>
  scheme === 'leave-one-out' || scheme === 'training'

type Figures = Pick<CrossValidated, 'metrics' | 'absent' | 'folds' | 'spread'>

async function pooledFigures(pooled: ScoredRows, judging: Judging, pulse: Pulse): Promise<Figures> {
  return { ...(await measure(metricSetOf(pooled, judging), judging.seed, pulse)), folds: [], spread: [] }
}

function meanFigures(parts: ScoredRows[], folding: Folding, judging: Judging): Figures {
  const { spread, absent } = spreadsOf(parts, folding, judging)
  return {
    metrics: spread.map(({ metric, mean, low, high }) => ({ metric, value: mean, low, high })),
    absent,
    folds: spread.map(({ metric, values }) => ({ metric, values: values.filter((value) => value !== null) })),
    spread,
  }
}

function spreadsOf(parts: ScoredRows[], folding: Folding, judging: Judging) {
  const sets = parts.map((part) => metricSetOf(part, judging))
  const computed = sets.map((set) => set.compute(onesFor(set.rows)))
  const ratios = folding.folds.map(({ train, test }) => test.length / train.length)
  const ratio = ratios.reduce((sum, value) => sum + value, 0) / ratios.length
  const spread: FoldSpread[] = []
  const absent: ModelResult['absent'] = []
  const some = sets.find(({ rows }) => rows > 0) ?? sets[0]
  some.ids.forEach((metric, at) => {
    const values = computed.map((row, i) => (sets[i].rows > 0 && Number.isFinite(row[at]) ? row[at] : null))
    const found = spreadOf(metric, values, ratio)
    if (found) spread.push(found)
    else absent.push({ metric, reason: `In each fold: ${some.reason(metric)}` })
  })
  return { spread: spread.sort((a, b) => metricOrder(a.metric) - metricOrder(b.metric)), absent }
}

/** Rows that were scored in one repeat at least. */
function countDistinct(parts: ScoredRows[]): number {
  const seen = new Set<number>()
  for (const { rows } of parts) for (const row of rows) seen.add(row)
  return seen.size
}

/** The rows of several folds as one, in the order of the table. */
export function pool(parts: ScoredRows[]): ScoredRows {
  const [{ width, classes }] = parts
  const places = parts.flatMap((part, index) => Array.from(part.rows, (row, at) => ({ row, index, at })))
  places.sort((a, b) => a.row - b.row)
  const scores = new Float64Array(places.length * width)
  places.forEach(({ index, at }, i) =>
    scores.set(parts[index].scores.subarray(at * width, (at + 1) * width), i * width),
  )
  return {
    rows: Int32Array.from(places, ({ row }) => row),
    truth: Float64Array.from(places, ({ index, at }) => parts[index].truth[at]),
    scores,
    width,
    classes,
    unlabelled: 0,
    faults: new Map(),
  }
}
