import stdNormalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import type { Pulse } from '@/contract/pulse'
import { hashSeed } from '@/base/hash'
import { makeRandom, type Random } from '@/base/random'
import { metrics as allMetrics } from '@/values/metrics'
import type { MetricValue } from '@/values/evaluation'
import { quantile } from '../recipe/order'
import { onesFor, type RowWeights } from './classData'
import type { MetricSet } from './metricSet'

export interface Interval {
  low: number
  high: number
}

const z = stdNormalQuantile(0.975, 0, 1)

/** Wilson's score interval, 95 %, for a share of independent trials; null without trials. */
export function wilson(successes: number, trials: number): Interval | null {
  if (trials === 0) return null
  const share = successes / trials
  const shrink = 1 + (z * z) / trials
  const centre = (share + (z * z) / (2 * trials)) / shrink
  const reach = (z / shrink) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))
  return { low: successes === 0 ? 0 : centre - reach, high: successes === trials ? 1 : centre + reach }
}

/** Said where intervals are shown. */
export const intervalsSentence =
  'Intervals are 95 %: Wilson’s for accuracy, precision and recall; for the other figures the 2.5th and 97.5th percentile of 200 to 1,000 resamples of the rows (bootstrap).'

const workBudget = 3e7

/** Between 1,000 resamples for small data and 200 for large. */
export const resampleCount = (work: number): number =>
  Math.max(200, Math.min(1000, Math.floor(workBudget / Math.max(work, 1))))

export interface MeasuredMetrics {
  metrics: MetricValue[]
  absent: { metric: string; reason: string }[]
}

/**
 * The value of each metric with a 95 % interval. The same seed draws the same rows for every model, so that
 * models are compared on the same resamples.
 */
export async function measure(
  set: MetricSet,
  seed: number,
  pulse: Pick<Pulse, 'breathe'>,
): Promise<MeasuredMetrics> {
  const values = set.rows === 0 ? set.ids.map(() => NaN) : set.compute(onesFor(set.rows))
  const draws = set.rows < 2 ? [] : await bootstrap(set, seed, pulse)
  const metrics: MetricValue[] = []
  const absent: MeasuredMetrics['absent'] = []
  set.ids.forEach((metric, index) => {
    const value = values[index]
    if (!Number.isFinite(value)) return absent.push({ metric, reason: set.reason(metric) })
    const interval = intervalOf(set, metric, draws[index] ?? [])
    return metrics.push({ metric, value, low: interval?.low ?? null, high: interval?.high ?? null })
  })
  return { metrics: metrics.sort((a, b) => place(a.metric) - place(b.metric)), absent }
}

/** The order of `values/metrics.ts`, the same in every table. */
const place = (id: string): number => allMetrics.findIndex((metric) => metric.id === id)

function intervalOf(set: MetricSet, metric: string, draws: number[]): Interval | null {
  const proportion = set.proportions.get(metric)
  return proportion ? wilson(proportion.successes, proportion.trials) : percentiles(draws)
}

/** Values of each metric over the resamples. */
async function bootstrap(set: MetricSet, seed: number, pulse: Pick<Pulse, 'breathe'>): Promise<number[][]> {
  const random = makeRandom(hashSeed(seed, 'bootstrap'))
  const weights = new Int32Array(set.rows)
  const draws: number[][] = set.ids.map(() => [])
  for (let resample = 0; resample < resampleCount(set.work); resample++) {
    await pulse.breathe()
    drawRows(weights, random)
    set.compute(weights).forEach((value, index) => Number.isFinite(value) && draws[index].push(value))
  }
  return draws
}

function drawRows(weights: RowWeights, random: Random): void {
  weights.fill(0)
  for (let i = 0; i < weights.length; i++) weights[random.integer(weights.length)]++
}

/** 2.5th and 97.5th percentile, interpolated as NumPy's; null with too few resamples that gave a value. */
function percentiles(draws: number[]): Interval | null {
  if (draws.length < 100) return null
  const sorted = Float64Array.from(draws).sort()
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) }
}
