import type { ColumnBaseline } from '@/values/model'
import { isCoded, type Column } from '@/values/table'
import { castColumn } from '../recipe/cast'
import { compareCategories } from './categories'
import { chiSquaredTest, type TestResult } from './chiSquared'
import { share, type ColumnComparison } from './comparison'
import { compareNumbers } from './numbers'
import { stabilityIndex } from './psi'

/** Rows that are missing now count as a bin of their own in the index. */
export function compareColumn(baseline: ColumnBaseline, column: Column): ColumnComparison {
  const now = castColumn(column, baseline.type)
  const compared = isCoded(now) ? compareCategories(baseline, now) : compareNumbers(baseline, now.values)
  const { missing, rows, bins, ...shown } = compared
  const before = [...bins.before, baseline.missing * bins.scale]
  return {
    ...shown,
    baseline,
    psi: stabilityIndex(before, [...bins.now, missing]),
    missingTest: missingTest(baseline, missing, rows),
    missingBefore: share(baseline.missing, baseline.count),
    missingNow: share(missing, rows),
  }
}

function missingTest(baseline: ColumnBaseline, missing: number, rows: number): TestResult | null {
  if (baseline.missing === 0 && missing === 0) return null
  return chiSquaredTest([baseline.missing, baseline.count - baseline.missing], [missing, rows - missing])
}
