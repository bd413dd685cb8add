import { hashSeed } from '@/base/hash'
import type { StepError } from '@/contract/errors'
import { isTrained, type RunContext, type TrainJob } from '@/contract/run'
import { Mark, type Dataset } from '@/values/dataset'
import type { Learner } from '@/values/model'
import { foldDataset, type Fold } from '../evaluate/folding'
import { spreadOf } from '../evaluate/spread'
import { reasonOf } from '../train/failure'
import { scoreModel, type Bench } from './judgeTrials'

/** What the search promised of its winner, and what came of it on rows that the search never saw. */
export interface Nested {
  folds: { promised: number; found: number }[]
  /** Means over the outer folds that have both. */
  promised: number
  found: number
  low: number | null
  high: number | null
  /** Outer folds in which nothing could be found or judged. */
  failed: number
}

export interface NestedOutcome {
  /** Null when no fold gave both. */
  nested: Nested | null
  /** Why the first of the failed folds failed, where that can be told. */
  reason: StepError | null
}

export interface NestedWishes {
  folds: number
  stratified: boolean
}

/** Searches on a dataset; null when no trial gave a score. */
export type SearchOn = (
  dataset: Dataset,
  name: string,
) => Promise<{ learner: Learner; dataset: Dataset; score: number } | null>

/**
 * The whole search again in each outer fold, on its training rows alone; its winner is then judged on the fold's own
 * rows. The mean promise is too good by what choosing the best of many has made of luck; the mean finding is not.
 * A fold that fails takes no part: what has been searched before must not be lost by it.
 * @throws StepFailure what `foldDataset` throws.
 */
export async function nest(
  bench: Bench,
  wishes: NestedWishes,
  searchOn: SearchOn,
  context: RunContext,
): Promise<NestedOutcome> {
  const seed = hashSeed(context.seed, context.node, 'outer')
  const outer = foldDataset(bench.dataset, { ...wishes, repeats: 1, seed })
  const folds: Nested['folds'] = []
  let reason: StepError | null = null
  for (const fold of outer.folds) {
    const one = await judgeFold(bench, { ...fold, of: outer.folds.length, seed }, searchOn, context).catch(
      (error: unknown) => ({ error: reasonOf(error) }),
    )
    if (one && 'error' in one) reason ??= one.error
    else if (one) folds.push(one)
  }
  const ratio = outer.folds.reduce((sum, { train, test }) => sum + test.length / train.length, 0)
  const sizes = { of: outer.folds.length, ratio: ratio / outer.folds.length }
  return { nested: summaryOf(folds, bench.metric, sizes), reason }
}

/** Null where nothing could be found or judged. */
async function judgeFold(
  bench: Bench,
  { fold, of, train, test, seed }: Fold & { of: number; seed: number },
  searchOn: SearchOn,
  context: RunContext,
): Promise<Nested['folds'][number] | { error: StepError } | null> {
  const winner = await searchOn(restricted(bench.dataset, train, test), `Outer fold ${fold} of ${of}`)
  if (!winner) return null
  const { learner, dataset, score } = winner
  const job: TrainJob = { dataset, learner, rows: train, validationRows: null, seed }
  const [model] = await context.trainEach([job])
  if (!isTrained(model)) return model
  const found = await scoreModel(model, test, bench, context)
  return found === null ? null : { promised: score, found }
}

function summaryOf(
  folds: Nested['folds'],
  metric: string,
  { of, ratio }: { of: number; ratio: number },
): Nested | null {
  const values = folds.map(({ found }) => found)
  const spread = values.length > 0 ? spreadOf(metric, values, ratio) : null
  if (!spread) return null
  const promised = folds.reduce((sum, one) => sum + one.promised, 0) / folds.length
  const { mean: found, low, high } = spread
  return { folds, promised, found, low, high, failed: of - folds.length }
}

/** The same data with the rows of an outer fold marked as test, so that nothing learns from them. */
function restricted(dataset: Dataset, train: Int32Array, test: Int32Array): Dataset {
  const marks = dataset.marks ? Uint8Array.from(dataset.marks) : new Uint8Array(dataset.raw.rowCount)
  if (!dataset.marks) for (const row of train) marks[row] = Mark.train
  for (const row of test) marks[row] = Mark.test
  return { ...dataset, marks }
}
