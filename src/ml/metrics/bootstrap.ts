import { hashSeed } from '@/base/hash'
import { makeRandom, type Random } from '@/base/random'
import type { Pulse } from '@/contract/pulse'
import { quantile } from '../recipe/order'
import { onesFor, type RowWeights } from './classData'
import type { MetricSet } from './metricSet'

export interface Interval {
  low: number
  high: number
}

const workBudget = 3e7
/** More rows than this are not resampled: the interval of so many is narrow, and its cost would only grow. */
const mostRows = 20_000

/** Between 1,000 resamples for small data and 200 for large. */
export const resampleCount = (work: number): number =>
  Math.max(200, Math.min(1000, Math.floor(workBudget / Math.max(work, 1))))

/**
 * How far the 2.5th and the 97.5th percentile of the resampled values lie from the value, for each metric: the
 * percentile bootstrap. Of more than 20,000 rows, m = 20,000 spread over all of them are resampled and the distances
 * are scaled by √(m / n), since the error of every metric here shrinks with the root of the number of rows. Null
 * where fewer than 100 resamples gave a value.
 */
export async function bootstrap(
  all: MetricSet,
  seed: number,
  pulse: Pick<Pulse, 'breathe'>,
): Promise<(Interval | null)[]> {
  const random = makeRandom(hashSeed(seed, 'bootstrap'))
  const set = all.rows > mostRows ? all.subset(spreadRows(all.rows, random)) : all
  const own = set.compute(onesFor(set.rows))
  const scale = Math.sqrt(set.rows / all.rows)
  const weights = new Int32Array(set.rows)
  const draws: number[][] = set.ids.map(() => [])
  for (let resample = 0; resample < resampleCount(set.work); resample++) {
    await pulse.breathe()
    drawRows(weights, random)
    set.compute(weights).forEach((value, index) => Number.isFinite(value) && draws[index].push(value))
  }
  return draws.map((values, index) => distances(values, own[index], scale))
}

/** One row at random out of each of 20,000 equal stretches. */
function spreadRows(rows: number, random: Random): Int32Array {
  const stretch = rows / mostRows
  return Int32Array.from({ length: mostRows }, (_, i) => Math.floor((i + random.next()) * stretch))
}

function drawRows(weights: RowWeights, random: Random): void {
  weights.fill(0)
  for (let i = 0; i < weights.length; i++) weights[random.integer(weights.length)]++
}

function distances(draws: number[], own: number, scale: number): Interval | null {
  if (draws.length < 100 || !Number.isFinite(own)) return null
  const sorted = Float64Array.from(draws).sort()
  return { low: (quantile(sorted, 0.025) - own) * scale, high: (quantile(sorted, 0.975) - own) * scale }
}
