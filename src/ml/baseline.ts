import type { ColumnBaseline, ContractField } from '@/values/model'
import { isCoded, type CodedColumn, type Column } from '@/values/table'
import { countMissing } from './matrix'
import { compareText, countCodes, quantile, sortedFinite } from './recipe/order'

const maxSample = 2000
const maxCategories = 1000

/** What a model keeps about one raw column of its training rows. */
export interface ColumnFacts {
  baseline: ColumnBaseline
  contract: ContractField
}

/**
 * How a raw column is distributed over the training rows, and what a request must look like.
 * The sample is evenly spaced order statistics with both ends; at most 1,000 categories are kept, most frequent first.
 */
export function columnFacts(column: Column, rows: Int32Array): ColumnFacts {
  const { name, type } = column
  const shared = { name, type, count: rows.length, missing: countMissing(column, rows) }
  if (isCoded(column)) {
    const categories = frequentCategories(column, rows)
    const known = type === 'categorical' ? categories.map((category) => category.name).sort(compareText) : []
    const typical = categories.length > 0 ? categories[0].name : null
    return {
      baseline: { ...shared, sample: [], categories },
      contract: { name, type, categories: known, minimum: null, maximum: null, typical },
    }
  }
  const sorted = sortedFinite(column.values, rows)
  const [minimum, maximum, typical] = [0, 1, 0.5].map((share) => orNull(quantile(sorted, share)))
  return {
    baseline: { ...shared, sample: orderStatistics(sorted), categories: [] },
    contract: { name, type, categories: [], minimum, maximum, typical },
  }
}

function frequentCategories(column: CodedColumn, rows: Int32Array): { name: string; count: number }[] {
  const counts = countCodes(column.codes, rows, column.dictionary.length)
  return column.dictionary
    .map((name, code) => ({ name, count: counts[code] }))
    .filter((category) => category.count > 0)
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name))
    .slice(0, maxCategories)
}

function orderStatistics(sorted: Float64Array): number[] {
  if (sorted.length <= maxSample) return Array.from(sorted)
  const stride = (sorted.length - 1) / (maxSample - 1)
  return Array.from({ length: maxSample }, (_, i) => sorted[Math.round(i * stride)])
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)
