import { formatMetric } from '@/base/format'
import type { Badge } from '@/kit/view'
import type { ModelResult } from '@/ml/evaluate/preview'
import type { Verdict } from '@/values/evaluation'
import { metricInfo } from '@/values/metrics'
import type { Task } from '@/values/objective'
import type { HoldoutPreview } from './holdout/preview'

/** What the views of hold-out and cross-validation have in common. */
export interface Evaluated extends Omit<HoldoutPreview, 'kind' | 'source' | 'models'> {
  kind: 'holdout' | 'cross-validation'
  models: ModelResult[]
}

/** `MET: F1 0.790 ≥ 0.750`; a badge must not rest on its colour. */
export function verdictBadge({ verdict }: { verdict: Verdict | null }): Badge | null {
  if (!verdict) return null
  const higher = verdict.direction === 'higher'
  const sign = verdict.met ? (higher ? '≥' : '≤') : higher ? '<' : '>'
  const title = metricInfo(verdict.metric)?.title ?? verdict.metric
  const figures = `${title} ${formatMetric(verdict.value)} ${sign} ${formatMetric(verdict.threshold)}`
  return { text: `${verdict.met ? 'MET' : 'NOT MET'}: ${figures}`, tone: verdict.met ? 'good' : 'bad' }
}

const usual: Record<Task, string[]> = {
  binary: ['rocAuc', 'f1', 'accuracy', 'logLoss'],
  multiclass: ['macroF1', 'accuracy', 'rocAuc', 'logLoss'],
  regression: ['rmse', 'r2', 'mae', 'medianAe'],
  clustering: [],
}

/** The metrics worth showing first: the primary one, then the usual ones that some model has. */
export function leadingMetrics(preview: Evaluated, count: number): string[] {
  const known = new Set(preview.models.flatMap((model) => model.metrics.map((one) => one.metric)))
  const ordered = [...new Set([preview.primary, ...usual[preview.task]])]
  return ordered.filter((id) => known.has(id)).slice(0, count)
}

export const bestOf = (preview: Evaluated): ModelResult | undefined =>
  preview.models.find((model) => model.node === preview.best) ?? preview.models[0]
