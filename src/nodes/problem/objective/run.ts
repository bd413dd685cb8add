import { failStep } from '@/contract/errors'
import type { ParamsOf } from '@/contract/node'
import { defineRun } from '@/contract/run'
import { formatNumber } from '@/base/format'
import { metricInfo, type MetricInfo } from '@/values/metrics'
import type { Objective, Task } from '@/values/objective'
import definition from './definition'

/** What the summary view receives: the objective, and how its metric is called. */
export interface ObjectivePreview extends Objective {
  metricTitle: string
  metricExplain: string
}

type Params = ParamsOf<typeof definition>

export default defineRun(definition, async ({ params }) => {
  const metric = chosenMetric(params)
  const objective: Objective = {
    task: params.task,
    target: params.target,
    positiveClass: params.task === 'binary' ? params.positiveClass : null,
    metric: metric.id,
    direction: metric.direction,
    threshold: params.threshold,
    costFalsePositive: params.costFalsePositive,
    costFalseNegative: params.costFalseNegative,
    baseline: params.baseline,
    notes: params.notes,
  }
  const preview: ObjectivePreview = { ...objective, metricTitle: metric.title, metricExplain: metric.explain }
  return {
    outputs: { objective: { kind: 'objective' as const, ...objective } },
    preview,
    figure: figureOf(objective, metric),
    warnings: warningsOf(params, metric),
  }
})

const usualMetric: Record<Exclude<Task, 'clustering'>, string> = {
  binary: 'rocAuc',
  multiclass: 'macroF1',
  regression: 'rmse',
}

function chosenMetric(params: Params): MetricInfo {
  const id = params.metric === 'auto' ? usualMetric[params.task] : params.metric
  const metric = metricInfo(id)
  if (!metric) throw new Error(`no metric ${id}`)
  if (metric.tasks.includes(params.task)) return metric
  return failStep({
    kind: 'parameter',
    parameter: 'Primary metric',
    problem: `${metric.title} does not fit the task`,
    advice: 'Choose another metric, or change the task.',
  })
}

function figureOf(objective: Objective, metric: MetricInfo): string {
  if (objective.threshold === null) return metric.title
  return `${metric.title} ${metric.direction === 'higher' ? '≥' : '≤'} ${formatNumber(objective.threshold)}`
}

/** Nothing is forbidden here, but some wishes contradict each other. */
function warningsOf(params: Params, metric: MetricInfo): { text: string }[] {
  const { threshold, baseline } = params
  const warnings: { text: string }[] = []
  if (threshold === null) return warnings
  const easier =
    metric.direction === 'higher' ? (a: number, b: number) => a <= b : (a: number, b: number) => a >= b
  if (baseline !== null && easier(threshold, baseline)) {
    warnings.push({ text: 'The success threshold asks for no more than the baseline already gives.' })
  }
  if (metric.direction === 'higher' && threshold > 1) {
    warnings.push({
      text: `${metric.title} is never above 1, so a threshold of ${formatNumber(threshold)} cannot be met.`,
    })
  }
  return warnings
}
