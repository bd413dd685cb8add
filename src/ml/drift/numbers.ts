import type { ColumnBaseline } from '@/values/model'
import { binCounts, evenEdges } from '../metrics/histogram'
import type { TestResult } from './chiSquared'
import { share, type Compared, type Picture } from './comparison'
import { ksPValue, ksStatistic } from './kolmogorov'
import { countInBins, numberBins } from './psi'

/** Compares numbers or dates with the training sample by Kolmogorov–Smirnov, NaN left out. */
export function compareNumbers(baseline: ColumnBaseline, values: Float64Array): Compared {
  const now = values.filter((value) => !Number.isNaN(value)).sort()
  const { sample } = baseline
  const bins = numberBins(Float64Array.from(sample))
  const present = baseline.count - baseline.missing
  return {
    test: 'ks',
    result: ksTest(sample, now),
    rows: values.length,
    missing: values.length - now.length,
    bins: {
      before: countInBins(sample, bins),
      now: countInBins(now, bins),
      scale: share(sample.length, present) || 1,
    },
    newCategories: [],
    picture: numberPicture(sample, now),
    freeText: false,
  }
}

function ksTest(before: number[], now: Float64Array): TestResult | null {
  if (before.length === 0 || now.length === 0) return null
  const statistic = ksStatistic(before, now)
  return { statistic, pValue: ksPValue(statistic, before.length, now.length) }
}

function numberPicture(before: number[], now: Float64Array): Picture {
  const finite = now.filter(Number.isFinite)
  const ends = [before[0], before.at(-1), finite[0], finite.at(-1)].filter((value) => value !== undefined)
  if (ends.length === 0) return { kind: 'bins', edges: [], before: [], now: [] }
  const edges = evenEdges(Math.min(...ends), Math.max(...ends), 20)
  const shares = (values: ArrayLike<number>): number[] =>
    binCounts(values, edges).map((count) => share(count, values.length))
  return { kind: 'bins', edges, before: shares(before), now: shares(finite) }
}
