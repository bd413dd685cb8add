import { formatMetric, formatPlural } from '@/base/format'
import { metricInfo } from '@/values/metrics'
import type { PermutationTestPreview } from './preview'

/** Below this the usual word is “significant”. */
const level = 0.05

export const isFound = ({ pValue }: PermutationTestPreview): boolean => pValue <= level

/** Three digits, and never 0. */
export const formatP = (p: number): string => (p < 0.0005 ? '< 0.001' : p.toFixed(3))

/** What the test says, in plain words. */
export function verdictOf(preview: PermutationTestPreview): string {
  const { metric, score, asGood, shuffled, pValue } = preview
  const title = metricInfo(metric)?.title ?? metric
  const count = asGood === 0 ? 'None' : String(asGood)
  const compared = `${count} of ${formatPlural(shuffled.length, 'shuffle')} scored at least as well as the ${title} of ${formatMetric(score)} (p ${pValue < 0.0005 ? '' : '= '}${formatP(pValue)}).`
  return isFound(preview)
    ? `The learner has found something: chance alone would hardly score as well. ${compared}`
    : `Not distinguishable from chance: the learner has not shown that the columns say anything about the target. ${compared}`
}

/** What the p-value could have been at best. */
export const leastP = ({ shuffled }: PermutationTestPreview): number => 1 / (shuffled.length + 1)
