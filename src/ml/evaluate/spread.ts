import stdTQuantile from '@stdlib/stats-base-dists-t-quantile'
import { withinBounds } from '@/values/metrics'

/** One metric over all folds. */
export interface FoldSpread {
  metric: string
  mean: number
  /** Sample standard deviation over the folds; null with fewer than two values. */
  deviation: number | null
  /** 95 % interval of the mean; null with fewer than two values. */
  low: number | null
  high: number | null
  /** One value per fold, in the order of the folds; null where the fold has none. */
  values: (number | null)[]
}

/** Said where intervals are shown. */
export const spreadSentence =
  'Intervals are 95 %, from Student’s t with the correction of Nadeau and Bengio: folds share training rows, so the plain standard error would be too small. An interval ends where the metric ends, e.g. at 0 and 1 for a share.'

/**
 * Mean, deviation and interval of a metric over folds: mean ± t(J − 1) · √((1/J + tested/trained) · s²) within the bounds of the metric, the corrected
 * resampled t of Nadeau & Bengio (2003). Null when no fold has a value.
 * @param testedPerTrained mean ratio of test rows to training rows.
 */
export function spreadOf(
  metric: string,
  values: (number | null)[],
  testedPerTrained: number,
): FoldSpread | null {
  const known = values.filter((value) => value !== null)
  const count = known.length
  const mean = known.reduce((sum, value) => sum + value, 0) / count
  if (!Number.isFinite(mean)) return null
  if (count < 2) return { metric, mean, deviation: null, low: null, high: null, values }
  const variance = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (count - 1)
  if (!Number.isFinite(variance)) return { metric, mean, deviation: null, low: null, high: null, values }
  const reach = stdTQuantile(0.975, count - 1) * Math.sqrt((1 / count + testedPerTrained) * variance)
  const deviation = Math.sqrt(variance)
  return { metric, mean, deviation, ...withinBounds(metric, mean - reach, mean + reach), values }
}
