import { formatMetric, formatPercent } from '@/base/format'
import type { PairComparison, PairVerdict } from './preview'

/** A chance that is small is not told as none. */
export const pText = (p: number): string => (p < 0.001 ? '< 0.001' : formatMetric(p))

/** A chance in whole per cent; never 100 % or 0 % of what is only nearly so. */
export const chanceText = (chance: number): string => {
  if (chance > 0.995 && chance < 1) return '> 99 %'
  if (chance < 0.005 && chance > 0) return '< 1 %'
  return formatPercent(chance, 0)
}

/** The same comparison as the second learner sees it. */
export const turned: Record<PairVerdict, PairVerdict> = {
  first: 'second',
  second: 'first',
  equivalent: 'equivalent',
  open: 'open',
  unknown: 'unknown',
}

/** In the cell of a matrix: how the learner of the row stands against the one of the column. */
export const cellWords: Record<PairVerdict, string> = {
  first: 'Better',
  second: 'Worse',
  equivalent: 'Equivalent',
  open: 'Not distinguishable',
  unknown: 'No value',
}

/** One whole sentence. */
export function verdictSentence(pair: PairComparison, first: string, second: string): string {
  const { posterior, verdict } = pair
  if (posterior === null || verdict === 'unknown')
    return `${first} and ${second} have a value in fewer than two folds, so nothing can be said.`
  const { better, equivalent, worse } = posterior
  if (verdict === 'first') return `${first} is better than ${second} (chance ${chanceText(better)}).`
  if (verdict === 'second') return `${second} is better than ${first} (chance ${chanceText(worse)}).`
  if (verdict === 'equivalent')
    return `${first} and ${second} are practically equivalent (chance ${chanceText(equivalent)}).`
  return `${first} and ${second} are not distinguishable: no answer has a chance of 95 %.`
}
