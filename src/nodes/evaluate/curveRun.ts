import { hashSeed } from '@/base/hash'
import { failStep } from '@/contract/errors'
import type { RunContext } from '@/contract/run'
import { chosenMetric } from '@/ml/evaluate/chosenMetric'
import { foldDataset, type Folding, type FoldWishes } from '@/ml/evaluate/folding'
import { deviationOf, foldScores, meanOf, type FoldTask } from '@/ml/evaluate/foldScores'
import type { SchemeWishes } from '@/ml/evaluate/schemes'
import { costsOf } from '@/ml/evaluate/summarise'
import type { Dataset } from '@/values/dataset'
import { metricInfo } from '@/values/metrics'
import type { CurvePoint } from './curvePreview'

interface Wishes extends Partial<Pick<SchemeWishes, 'scheme' | 'draws' | 'testShare'>> {
  folds: number
  stratified: boolean
  metric: string
}

/** Folds, metric and way of judging that a node with `foldParams` or `divisionParams` asks for. */
export function judgingOf(data: Dataset, wishes: Wishes, context: RunContext) {
  const folding = foldDataset(data, foldWishes(wishes, context))
  const { task, positiveClass } = folding.resolved
  const metric = chosenMetric(wishes.metric, data.objective, task)
  const judging = { task, positiveClass, threshold: 0.5, seed: context.seed, ...costsOf(data.objective) }
  return { folding, metric, judging }
}

export function foldWishes(wishes: Wishes, context: Pick<RunContext, 'seed' | 'node'>): FoldWishes {
  const { folds, stratified, scheme = 'folds', draws = 10, testShare = 20 } = wishes
  const seed = hashSeed(context.seed, context.node, 'folds')
  return { folds, stratified, scheme, draws, testShare, repeats: 1, seed }
}

/** What a curve preview says of how it was made. */
export const describeFolding = ({ folding, metric }: { folding: Folding; metric: string }) => ({
  task: folding.resolved.task,
  metric,
  folds: folding.folds.length,
  dealing: folding.dealing,
  rows: folding.rows.length,
})

/** Judges each task in turn, its folds side by side. @throws StepFailure when not one of them gives a value. */
export async function curvePoints(
  tasks: { label: string; task: FoldTask }[],
  context: RunContext,
): Promise<CurvePoint[]> {
  const points: CurvePoint[] = []
  for (const [i, { label, task }] of tasks.entries()) {
    context.progress({ share: i / tasks.length, message: `Point ${i + 1} of ${tasks.length}` })
    const scores = await foldScores(task, context, true)
    points.push({
      label,
      ...scores,
      testMean: meanOf(scores.test),
      testDeviation: deviationOf(scores.test),
      trainMean: meanOf(scores.train),
      trainDeviation: deviationOf(scores.train),
    })
  }
  if (points.every(({ testMean }) => testMean === null)) failWhole(points, tasks[0].task.metric)
  return points
}

function failWhole(points: CurvePoint[], metric: string): never {
  const title = metricInfo(metric)?.title ?? metric
  return failStep({
    kind: 'different-data',
    problem: points.find(({ error }) => error !== null)?.error ?? `${title} has no value at any point`,
    advice: 'Check the learner on its own, or take fewer folds or another metric.',
  })
}

/** Warnings about points that have no value. */
export const failedPoints = (points: CurvePoint[]): string[] =>
  points.flatMap(({ label, error }) => (error === null ? [] : [`No score at ${label}: ${error}`]))

/** Mean scores by point: `test.100`, `train.100`. */
export function curveRecord(points: CurvePoint[]): Record<string, number> {
  const record: Record<string, number> = {}
  for (const { label, testMean, trainMean } of points) {
    if (testMean !== null) record[`test.${label}`] = testMean
    if (trainMean !== null) record[`train.${label}`] = trainMean
  }
  return record
}
