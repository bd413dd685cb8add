import { formatMetric } from '@/base/format'
import { failStep } from '@/contract/errors'
import { reaches } from '@/ml/evaluate/judge'
import type { Evaluation, Goal, ModelEvaluation } from '@/values/evaluation'
import { metricInfo } from '@/values/metrics'
import type { Model } from '@/values/model'

/** What the evaluation says of this model; null when it judged others only. */
export const judgedAs = (evaluation: Evaluation, model: Model): ModelEvaluation | null =>
  evaluation.models.find(({ node }) => node === model.learner.node) ?? null

/**
 * Lets a model through that reaches the objective by its own figure, whichever model is the best, or when the
 * objective sets no threshold.
 * @throws StepFailure endpoint, with figure and threshold.
 */
export function refuseUnmet(evaluation: Evaluation, model: Model): void {
  const judged = judgedAs(evaluation, model)
  if (judged === null) {
    refuse(
      'The evaluation did not judge this model',
      'Wire the model to the evaluation too, wire in the evaluation that judged it, or allow it in this node.',
    )
  }
  const { goal } = evaluation
  if (goal === null) return
  const { title, wanted } = inWords(goal)
  const value = judged.metrics.find(({ metric }) => metric === goal.metric)?.value
  if (value === undefined) {
    refuse(
      `The objective asks for ${title} of ${wanted}, and the evaluation has no such figure for this model`,
      'Evaluate it on rows where the metric has a value, choose another metric in the Objective node, or allow it in this node.',
    )
  }
  if (reaches(goal, value)) return
  refuse(
    `${title} of this model is ${figure(value, goal)}, and the objective asks for ${wanted}`,
    'Improve the model, change the threshold in the Objective node, or allow it in this node.',
  )
}

function inWords({ metric, threshold, direction }: Goal): { title: string; wanted: string } {
  const side = direction === 'higher' ? 'at least' : 'at most'
  return { title: metricInfo(metric)?.title ?? metric, wanted: `${side} ${formatMetric(threshold)}` }
}

/** A near miss is written out: “0.800, and at least 0.800” would explain nothing. */
function figure(value: number, { threshold }: Goal): string {
  const text = formatMetric(value)
  return text === formatMetric(threshold) ? String(value) : text
}

function refuse(problem: string, advice: string): never {
  return failStep({ kind: 'endpoint', problem: `${problem}, so nothing was deployed`, advice })
}
