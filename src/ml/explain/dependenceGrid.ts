import { failStep } from '@/contract/errors'
import { isCoded, type CodedColumn, type Column, type NumberColumn } from '@/values/table'

/** The values that a column is set to, one after the other. */
export interface DependenceGrid {
  column: Column
  /** Numbers, or codes of categories. */
  values: Float64Array
  /** Of categories: rows that have each. */
  counts: number[]
  /** Categories beyond the limit, the rarest. */
  leftOut: number
}

/** The outermost values are left out, as in scikit-learn: few rows say anything about them. */
const outermost = 0.05

/**
 * Quantiles of the rows' own values from 5 % to 95 %, evenly spaced by rows, so that the grid is dense where the data
 * are; all values where there are no more than `points`. Of categories the most frequent, in that order.
 * @throws StepFailure all-missing.
 */
export function dependenceGrid(column: Column, points: number, mostCategories: number): DependenceGrid {
  const grid = isCoded(column) ? ofCategories(column, mostCategories) : ofNumbers(column, points)
  return grid.values.length > 0 ? grid : failStep({ kind: 'all-missing', column: column.name })
}

function ofNumbers(column: NumberColumn, points: number): DependenceGrid {
  const sorted = column.values.filter((value) => Number.isFinite(value)).sort()
  const distinct = [...new Set(sorted)]
  const values = distinct.length <= points ? distinct : quantiles(sorted, points)
  return { column, values: Float64Array.from(values), counts: [], leftOut: 0 }
}

function quantiles(sorted: Float64Array, points: number): number[] {
  const found = Array.from({ length: points }, (_, i) =>
    quantile(sorted, outermost + ((1 - 2 * outermost) * i) / Math.max(1, points - 1)),
  )
  return [...new Set(found)]
}

/** Between the neighbours in proportion, as NumPy's default. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1)
  const low = Math.floor(at)
  const high = Math.min(low + 1, sorted.length - 1)
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low)
}

function ofCategories(column: CodedColumn, most: number): DependenceGrid {
  const counts = new Map<number, number>()
  for (const code of column.codes) if (code >= 0) counts.set(code, (counts.get(code) ?? 0) + 1)
  const known = [...counts].sort(([a, many], [b, more]) => more - many || a - b)
  const kept = known.slice(0, most)
  return {
    column,
    values: Float64Array.from(kept, ([code]) => code),
    counts: kept.map(([, count]) => count),
    leftOut: known.length - kept.length,
  }
}
