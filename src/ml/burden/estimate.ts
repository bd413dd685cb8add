import type { Catalog } from '@/contract/catalog'
import type { Learner } from '@/values/model'

/** How much is trained on. */
export interface FitSize {
  rows: number
  features: number
}

/** How the time grows with the rows. */
export type Growth = 'sorted' | 'quadratic'

/** Bytes that a tab can take beside everything else in it. */
export const mostBytes = 1_500_000_000
/** Milliseconds; longer than this nobody waits without having been asked. */
export const mostMs = 5 * 60_000

/** The rows as they were gathered, as they were prepared, and as a matrix, eight bytes a number each. */
const copies = 3
const bytesPerNumber = 8

/** Bytes that training needs at a time. */
export const memoryFor = ({ rows, features }: FitSize): number => copies * bytesPerNumber * rows * features

/** Of a learner that is made of others, the steepest growth of them. */
export function growthOf(catalog: Pick<Catalog, 'learner'>, learner: Learner): Growth {
  const { learners } = learner.params as { learners?: Learner[] }
  const members = Array.isArray(learners) ? learners : []
  const quadratic =
    catalog.learner(learner.type).growth === 'quadratic' ||
    members.some((member) => growthOf(catalog, member) === 'quadratic')
  return quadratic ? 'quadratic' : 'sorted'
}

/** How many times as long `rows` rows take as `fewer` rows. */
export function timesAsLong(growth: Growth, fewer: number, rows: number): number {
  const times = rows / fewer
  return growth === 'quadratic' ? times * times : times * (bitsOf(rows) / bitsOf(fewer))
}

/** About the binary logarithm, for growth by n log n; at least 1. */
const bitsOf = (rows: number): number => Math.max(1, 32 - Math.clz32(rows))

/** Below this hardly a learner takes long, so that nothing is tried; a trial costs about a hundredth of the training. */
export const needsTrial = ({ rows, features }: FitSize, growth: Growth): boolean =>
  growth === 'quadratic' ? rows >= 20_000 : rows * features >= 1e6

/** Rows of a trial: one in a hundred, and never so many that the trial itself is long. */
export const trialRows = (rows: number): number => Math.max(500, Math.min(10_000, Math.round(rows / 100)))

const rounds = [1e7, 1e6, 1e5, 1e4, 1e3, 100].flatMap((power) => [5 * power, 2 * power, power])

/** The largest round number (1, 2 or 5 with noughts) of at most `rows` that passes, and at least 100. */
export const largestRound = (rows: number, passes: (rows: number) => boolean): number =>
  rounds.find((round) => round <= rows && passes(round)) ?? 100
