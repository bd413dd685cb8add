import { formatPlural } from '@/base/format'
import { describe, type StepError } from '@/contract/errors'
import type { Nested } from '@/ml/tune/nested'
import type { SearchPreview } from '@/ml/tune/preview'

/** What a person should know before trusting the winner, as whole sentences. */
export function searchWarnings(preview: SearchPreview): string[] {
  return [...failures(preview), ...atTheEdge(preview), ...timed(preview)]
}

function failures({ trials }: SearchPreview): string[] {
  const failed = trials.filter(({ error }) => error !== null)
  if (failed.length === 0) return []
  return [
    `${formatPlural(failed.length, 'trial')} of ${trials.length} failed and took no part in the choice. The first of them: ${failed[0].error}`,
  ]
}

function atTheEdge({ trials, best, learners }: SearchPreview): string[] {
  const winner = trials.find(({ number }) => number === best)
  if (!winner) return []
  const edges = learners[winner.learner].axes.filter(
    (axis) =>
      axis.kind === 'number' &&
      axis.from < axis.to &&
      (winner.values[axis.param] === axis.from || winner.values[axis.param] === axis.to),
  )
  return edges.map(
    ({ title, param }) =>
      `The best value of “${title}”, ${String(winner.values[param])}, lies at the end of its range: a wider range may hold a better one.`,
  )
}

const timed = ({ ended, trials }: SearchPreview): string[] =>
  ended === 'time'
    ? [
        `The time was over after ${formatPlural(trials.length, 'trial')}. Another run, or another machine, may try more or fewer and choose another winner.`,
      ]
    : []

/** Which outer folds failed, and why the first of them did. */
export function nestedWarning(nested: Nested | null, reason: StepError | null): string[] {
  if (!reason) return []
  const which = nested ? formatPlural(nested.failed, 'outer fold') : 'All outer folds'
  return [
    `${which} failed, so the nested cross-validation says ${nested ? 'less' : 'nothing'}: ${describe(reason).cause}`,
  ]
}
