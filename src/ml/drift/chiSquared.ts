import stdChiSquaredCdf from '@stdlib/stats-base-dists-chisquare-cdf'

export interface TestResult {
  statistic: number
  pValue: number
}

/**
 * Pearson's chi-squared test of homogeneity of two rows of counts, without continuity correction, as SciPy's
 * `chi2_contingency(…, correction=False)`. Cells that are empty on both sides are left out. Null when a side is empty.
 */
export function chiSquaredTest(before: number[], now: number[]): TestResult | null {
  const total = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0)
  const [all, allNow] = [total(before), total(now)]
  if (all === 0 || allNow === 0) return null
  let statistic = 0
  let cells = 0
  before.forEach((count, i) => {
    const both = count + now[i]
    if (both === 0) return
    cells++
    const expected = (both * all) / (all + allNow)
    const expectedNow = (both * allNow) / (all + allNow)
    const gap = count - expected
    statistic += (gap * gap) / expected + (gap * gap) / expectedNow
  })
  if (cells < 2) return { statistic: 0, pValue: 1 }
  return { statistic, pValue: Math.min(1, Math.max(0, 1 - stdChiSquaredCdf(statistic, cells - 1))) }
}
