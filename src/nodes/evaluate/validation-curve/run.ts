import { formatMetric } from '@/base/format'
import { sameJson, type Json } from '@/base/json'
import { failStep } from '@/contract/errors'
import { defineRun } from '@/contract/run'
import { foldWarnings } from '@/ml/evaluate/foldWarnings'
import type { Axis } from '@/ml/tune/preview'
import { pointsOf, type Dimension } from '@/ml/tune/space'
import type { Task } from '@/values/objective'
import { metricInfo } from '@/values/metrics'
import type { Learner } from '@/values/model'
import { axesOf, spaceOf, type SpaceRecord } from '../../build/tune/spaces'
import { settingText } from '../../build/searchLines'
import { definitions } from '../../definitions'
import type { CurvePoint } from '../curvePreview'
import { curvePoints, curveRecord, describeFolding, failedPoints, judgingOf } from '../curveRun'
import definition from './definition'
import type { ValidationCurvePreview } from './preview'

export default defineRun(definition, async ({ params, inputs, context }) => {
  const { data, learner } = inputs
  const judged = judgingOf(data, params, context)
  const { folding, metric, judging } = judged
  const { axis, dimension } = variedOf(learner, params.space, folding.resolved.task)
  const values = pointsOf(dimension, params.points)
  const tasks = values.map((value) => ({
    label: settingText(axis, value),
    task: {
      dataset: data,
      learner: withValue(learner, axis.param, value),
      folds: folding.folds,
      judging,
      metric,
    },
  }))
  const points = await curvePoints(tasks, context)
  const best = bestPoint(points, metricInfo(metric)?.direction === 'lower' ? -1 : 1)
  const current = values.findIndex((value) => sameJson(value, learner.params[axis.param] ?? null))
  const preview: ValidationCurvePreview = {
    kind: 'validation-curve',
    ...describeFolding(judged),
    learner: learner.node,
    learnerType: learner.type,
    scheme: folding.scheme,
    axis,
    values,
    points,
    best,
    current: current < 0 ? null : current,
  }
  return {
    outputs: {},
    preview,
    figure: `${axis.title} ${points[best].label}: ${metricInfo(metric)?.title ?? metric} ${formatMetric(points[best].testMean ?? NaN)}`,
    metrics: curveRecord(points),
    warnings: [
      ...(await foldWarnings(data, folding, context)).map((text) => ({ text, port: 'data' })),
      ...[...failedPoints(points), ...atTheEdge(preview)].map((text) => ({ text })),
    ],
  }
})

/** @throws StepFailure parameter when the learner has nothing to vary, and as `spaceOf`. */
function variedOf(
  learner: Learner,
  space: readonly SpaceRecord[],
  task: Task,
): { axis: Axis; dimension: Dimension } {
  const own = definitions.get(learner.type)
  if (!own) throw new Error(`nothing is registered for ${learner.type}`)
  const [dimension] = spaceOf(own, space, task)
  if (!dimension)
    return failStep({
      kind: 'parameter',
      parameter: 'What is varied',
      problem: `“${own.title}” has no setting that could be varied`,
      advice: 'Wire another learner.',
    })
  return { dimension, axis: axesOf(own, [dimension])[0] }
}

const withValue = (learner: Learner, param: string, value: Json): Learner => ({
  ...learner,
  params: { ...learner.params, [param]: value },
})

function bestPoint(points: CurvePoint[], sign: number): number {
  const scores = points.map(({ testMean }) => (testMean === null ? -Infinity : sign * testMean))
  return scores.indexOf(Math.max(...scores))
}

/** The best of a range may lie beyond it. */
function atTheEdge({ axis, best, points }: ValidationCurvePreview): string[] {
  if (axis.kind !== 'number' || points.length < 3 || (best > 0 && best < points.length - 1)) return []
  return [
    `The best value of “${axis.title}”, ${points[best].label}, lies at the end of the range: a wider one may hold a better one.`,
  ]
}
