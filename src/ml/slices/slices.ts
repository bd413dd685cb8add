import type { Pulse } from '@/contract/pulse'
import type { Judging } from '../evaluate/evaluateScores'
import { metricSetOf } from '../evaluate/evaluateScores'
import type { ScoredRows } from '../evaluate/scoredRows'
import { bootstrap } from '../metrics/bootstrap'
import { onesFor } from '../metrics/classData'
import { wilson } from '../metrics/intervals'
import type { MetricSet } from '../metrics/metricSet'
import type { Groups } from './groups'

/** A figure with its 95 % interval; null where it has none. */
export interface Figure {
  value: number
  low: number | null
  high: number | null
}

/** One group of rows with what a model achieves there. */
export interface Slice {
  column: string
  name: string
  rows: number
  /** Fewer rows than a figure should rest on. */
  small: boolean
  metric: Figure | null
  /** Of one class: share of rows that are called so, found among those that are, called so among those that are not. */
  called: Figure | null
  found: Figure | null
  alarms: Figure | null
}

export interface SliceWishes {
  metric: string
  /** Rows below which a group is small. */
  smallest: number
  /** Predicted class of each judged row and the class whose calls are compared; null for none. */
  calls: { predicted: Float64Array; index: number } | null
  judging: Judging
}

/** Figures of every group of one column, in the order of its names; groups without rows are left out. */
export async function slicesOf(
  scored: ScoredRows,
  groups: Groups,
  wishes: SliceWishes,
  pulse: Pick<Pulse, 'breathe'>,
): Promise<Slice[]> {
  const all = metricSetOf(scored, wishes.judging)
  const slices: Slice[] = []
  for (const [index, name] of groups.names.entries()) {
    const places = groups.of.map((_, at) => at).filter((at) => groups.of[at] === index)
    if (places.length === 0) continue
    slices.push({
      column: groups.column,
      name,
      rows: places.length,
      small: places.length < wishes.smallest,
      metric: await figureOf(all.subset(places), wishes, pulse),
      ...ratesOf(scored, places, wishes.calls),
    })
  }
  return slices
}

/** Wilson's interval for plain shares, else the bootstrap. */
export async function figureOf(
  set: MetricSet,
  { metric, judging }: Pick<SliceWishes, 'metric' | 'judging'>,
  pulse: Pick<Pulse, 'breathe'>,
): Promise<Figure | null> {
  const index = set.ids.indexOf(metric)
  const value = index < 0 ? NaN : set.compute(onesFor(set.rows))[index]
  if (!Number.isFinite(value)) return null
  const share = set.proportions.get(metric)
  if (share) return withInterval(value, wilson(share.successes, share.trials))
  const spread = set.rows < 2 ? null : (await bootstrap(set, judging.seed, pulse))[index]
  return withInterval(value, spread && { low: value + spread.low, high: value + spread.high })
}

const withInterval = (value: number, interval: { low: number; high: number } | null): Figure => ({
  value,
  low: interval?.low ?? null,
  high: interval?.high ?? null,
})

export type Rates = Pick<Slice, 'called' | 'found' | 'alarms'>

export function ratesOf(scored: ScoredRows, places: Int32Array, calls: SliceWishes['calls']): Rates {
  if (!calls) return { called: null, found: null, alarms: null }
  const { predicted, index } = calls
  let [called, positives, found] = [0, 0, 0]
  for (const at of places) {
    const isCalled = predicted[at] === index ? 1 : 0
    const isTrue = scored.truth[at] === index ? 1 : 0
    called += isCalled
    positives += isTrue
    found += isCalled * isTrue
  }
  return {
    called: shareOf(called, places.length),
    found: shareOf(found, positives),
    alarms: shareOf(called - found, places.length - positives),
  }
}

const shareOf = (successes: number, trials: number): Figure | null =>
  trials === 0 ? null : withInterval(successes / trials, wilson(successes, trials))
