import { formatMetric } from '@/base/format'
import { metricInfo } from '@/values/metrics'
import type { ModelEvaluation } from '@/values/evaluation'
import type { Task } from '@/values/objective'
import type { ModelResult } from './preview'

/**
 * Numbers for the iteration record: the best model's by metric id (`rocAuc`), and every model's by build node and
 * metric id (`tree.rocAuc`).
 */
export function recordOf(models: ModelEvaluation[], best: ModelEvaluation): Record<string, number> {
  const record: Record<string, number> = {}
  for (const { metric, value } of best.metrics) record[metric] = value
  for (const model of models) {
    for (const { metric, value } of model.metrics) record[`${model.node}.${metric}`] = value
  }
  return record
}

/** The key figure on the card: `ROC AUC 0.871`. */
export function figureOf(best: ModelEvaluation, metric: string): string {
  const value = best.metrics.find((entry) => entry.metric === metric)?.value
  return `${metricInfo(metric)?.title ?? metric} ${formatMetric(value ?? NaN)}`
}

/** Names the averaging behind the class figures, as a whole sentence; empty for regression. */
export function averagingSentence(task: Task, positiveClass: string | null): string {
  if (task === 'regression') return ''
  const macro = 'Macro averages and balanced accuracy weigh every class alike, however rare'
  if (task === 'binary')
    return `Precision, recall and F1 are those of the positive class “${positiveClass}”. ${macro}.`
  return `${macro}; ROC AUC is the plain mean over the classes, each against the rest.`
}

/** Sentences about figures that a person may miss or misread. */
export function oddities(models: ModelResult[], primary: string): string[] {
  const said = models.flatMap((model) => [...whyUnjudged(model, primary), ...whyZero(model)])
  return [...new Set(said)]
}

function whyUnjudged(model: ModelResult, primary: string): string[] {
  const gap = model.absent.find(({ metric }) => metric === primary)
  return gap ? [`${metricInfo(primary)?.title ?? primary} has no value here. ${gap.reason}`] : []
}

function whyZero(model: ModelResult): string[] {
  const precision = model.metrics.find(({ metric }) => metric === 'precision')
  if (precision === undefined || precision.low !== null || precision.value !== 0) return []
  return ['A model predicted no row as positive, so its precision is counted as 0.']
}
