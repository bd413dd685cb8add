import { describe, expect, it } from 'vitest'
import { chiSquaredTest } from './chiSquared'
import reference from './drift.reference.json'
import { holm } from './holm'
import { kolmogorovSurvival, ksPValue, ksStatistic } from './kolmogorov'
import { countInBins, numberBins, stabilityIndex } from './psi'

const ascending = (values: number[]) => Float64Array.from(values).sort()

describe('Kolmogorov–Smirnov equals SciPy', () => {
  it.each(reference.survival)('survival function at n = $n, d = $d', ({ n, d, p }) => {
    expect(Math.abs(kolmogorovSurvival(n, d) - p)).toBeLessThan(1e-9)
    if (p < 1e-3 && p > 1e-300) expect(kolmogorovSurvival(n, d) / p).toBeCloseTo(1, 6)
  })

  it.each(reference.samples)('on two samples, ties included: $statistic', ({ a, b, statistic, pValue }) => {
    const found = ksStatistic(ascending(a), ascending(b))
    expect(found).toBeCloseTo(statistic, 12)
    expect(ksPValue(found, a.length, b.length)).toBeCloseTo(pValue, 9)
  })
})

describe('population stability index', () => {
  it.each(reference.psi)('equals NumPy on training deciles: $psi', ({ a, b, psi }) => {
    const bins = numberBins(ascending(a))
    expect(stabilityIndex(countInBins(a, bins), countInBins(b, bins))).toBeCloseTo(psi, 10)
  })

  it('sees a constant column change to another constant', () => {
    const bins = numberBins(Float64Array.of(3, 3, 3, 3))
    expect(stabilityIndex(countInBins([3, 3], bins), countInBins([4, 4], bins))).toBeGreaterThan(1)
    expect(stabilityIndex(countInBins([3, 3], bins), countInBins([3, 3, 3], bins))).toBe(0)
  })

  it('is 0 when a side is empty', () => {
    expect(stabilityIndex([0, 0], [3, 4])).toBe(0)
  })
})

describe('chi-squared', () => {
  it.each(reference.chi2)('equals SciPy: $statistic', ({ before, now, statistic, pValue }) => {
    const found = chiSquaredTest(before, now)!
    expect(found.statistic).toBeCloseTo(statistic, 9)
    expect(found.pValue).toBeCloseTo(pValue, 9)
  })

  it('finds nothing in one shared category, and cannot test an empty side', () => {
    expect(chiSquaredTest([5, 0], [9, 0])).toEqual({ statistic: 0, pValue: 1 })
    expect(chiSquaredTest([0, 0], [9, 1])).toBeNull()
  })
})

describe('Holm’s correction', () => {
  it('equals R’s p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")', () => {
    holm([0.01, 0.04, 0.03, 0.005]).forEach((p, i) => expect(p).toBeCloseTo([0.03, 0.06, 0.06, 0.02][i], 12))
  })

  it('leaves out columns without a test', () => {
    expect(holm([null, 0.02, null])).toEqual([null, 0.02, null])
  })
})
