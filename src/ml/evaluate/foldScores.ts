import { hashSeed } from '@/base/hash'
import { describe, StepFailure } from '@/contract/errors'
import { isTrained, type RunContext, type TrainJob, type TrainedOrNot } from '@/contract/run'
import type { Dataset } from '@/values/dataset'
import type { Learner, Model } from '@/values/model'
import { onesFor } from '../metrics/classData'
import { metricSetOf, type Judging } from './evaluateScores'
import type { Fold } from './folding'
import { scoreRows } from './scoredRows'

/** One learner on given folds, judged by one metric. */
export interface FoldTask {
  dataset: Dataset
  learner: Learner
  folds: readonly Fold[]
  judging: Judging
  metric: string
}

/** One value per fold, null where the fold has none; or why there are no values. */
export interface FoldScores {
  test: (number | null)[]
  /** On the rows that were trained on; empty where that was not asked for. */
  train: (number | null)[]
  error: string | null
}

/** The seed of a fold is the one that cross-validation gives it. */
const jobFor = ({ dataset, learner }: FoldTask, { repeat, fold, train }: Fold, seed: number): TrainJob => ({
  dataset,
  learner,
  rows: train,
  validationRows: null,
  seed: hashSeed(seed, learner.node, 'fold', repeat, fold),
})

/** Trains and judges one learner in every fold. What fails is no more than its reason. */
export async function foldScores(task: FoldTask, context: RunContext, onTrain = false): Promise<FoldScores> {
  const [scores] = await eachFoldScores([task], context, onTrain)
  return scores
}

/** The same for several tasks, all their models side by side. */
export async function eachFoldScores(
  tasks: readonly FoldTask[],
  context: RunContext,
  onTrain = false,
): Promise<FoldScores[]> {
  const jobs = tasks.flatMap((task) => task.folds.map((fold) => jobFor(task, fold, context.seed)))
  const models = await context.trainEach(jobs)
  const found: FoldScores[] = []
  for (const task of tasks) {
    const own = models.splice(0, task.folds.length)
    found.push(await scoresOf(task, own, { context, onTrain }))
  }
  return found
}

async function scoresOf(
  task: FoldTask,
  models: TrainedOrNot[],
  { context, onTrain }: { context: RunContext; onTrain: boolean },
): Promise<FoldScores> {
  try {
    const test: (number | null)[] = []
    const train: (number | null)[] = []
    for (const [i, fold] of task.folds.entries()) {
      const model = modelOf(models[i])
      test.push(await metricOn(fold.test, model, task, context))
      if (onTrain) train.push(await metricOn(fold.train, model, task, context))
    }
    return { test, train, error: null }
  } catch (error) {
    if (error instanceof StepFailure && error.reason.kind !== 'cancelled')
      return { test: [], train: [], error: describe(error.reason).cause }
    throw error
  }
}

function modelOf(trained: TrainedOrNot): Model {
  if (isTrained(trained)) return trained
  throw new StepFailure(trained.error)
}

async function metricOn(
  rows: Int32Array,
  model: Model,
  { dataset, judging, metric }: FoldTask,
  context: RunContext,
): Promise<number | null> {
  const scored = await scoreRows(context, model, dataset, rows)
  if (scored.rows.length === 0) return null
  const set = metricSetOf(scored, judging)
  const value = set.compute(onesFor(set.rows))[set.ids.indexOf(metric)]
  return Number.isFinite(value) ? value : null
}

/** Mean of the values that there are; null where there are none. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}

/** Standard deviation over folds as NumPy's `std`, divided by their number; null where there are none. */
export function deviationOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  const mean = meanOf(known)
  if (mean === null) return null
  return Math.sqrt(known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / known.length)
}
