import type { StepResult } from '@/contract/events'
import type { MetricValue, Verdict } from '@/values/evaluation'

/** What hold-out and cross-validation previews have in common, as far as the history needs it. */
export interface EvaluationPreview {
  kind: 'holdout' | 'cross-validation'
  primary: string
  best: string
  verdict: Verdict | null
  models: { node: string; metrics: MetricValue[] }[]
}

/** The evaluation in a step's preview; null when the step is none. */
export function evaluationIn(result: StepResult | undefined): EvaluationPreview | null {
  const preview = result?.preview
  if (preview === null || typeof preview !== 'object' || Array.isArray(preview)) return null
  const { primary, models } = preview
  return typeof primary === 'string' && Array.isArray(models)
    ? (preview as unknown as EvaluationPreview)
    : null
}

/** The figure of the best model on the primary metric, or on the given one. */
export function bestFigure(evaluation: EvaluationPreview, metric = evaluation.primary): MetricValue | null {
  const best = evaluation.models.find((model) => model.node === evaluation.best) ?? evaluation.models[0]
  return best?.metrics.find((candidate) => candidate.metric === metric) ?? null
}
