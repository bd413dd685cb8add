import type { Role } from '@/values/dataset'
import type { ColumnPreview } from '@/values/preview'
import { isCoded, type CodedColumn, type Column, type NumberColumn } from '@/values/table'
import { countDistinct } from './countDistinct'

const bins = 20
const shownCategories = 12
export const longestText = 200

/**
 * What the page knows of one column; linear in its rows, nothing is sorted but the categories. Columns never change,
 * and steps hand on those that they leave alone, so each is counted once for as long as it lives.
 */
export function previewColumn(column: Column, role: Role): ColumnPreview {
  const figures = known.get(column) ?? (isCoded(column) ? previewCodes(column) : previewNumbers(column))
  known.set(column, figures)
  return { name: column.name, type: column.type, role, ...figures }
}

const known = new WeakMap<Column, Figures>()

export const shorten = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text

type Figures = Omit<ColumnPreview, 'name' | 'type' | 'role'>

function previewNumbers(column: NumberColumn): Figures {
  const { values } = column
  let missing = 0
  let finite = 0
  let minimum = Infinity
  let maximum = -Infinity
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (Number.isNaN(value)) missing++
    else if (Number.isFinite(value)) {
      finite++
      if (value < minimum) minimum = value
      if (value > maximum) maximum = value
    }
  }
  const distinct = countDistinct(values)
  const known = { missing, distinct, categories: [] }
  if (finite === 0) return { ...known, minimum: null, maximum: null, mean: null, histogram: [] }
  const mean = finiteMean(values, finite)
  return { ...known, minimum, maximum, mean, histogram: countBins(values, minimum, maximum) }
}

/** Divides before adding where the sum of large values would overflow. */
function finiteMean(values: Float64Array, count: number): number {
  let sum = 0
  let shares = 0
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue
    sum += values[i]
    shares += values[i] / count
  }
  return Number.isFinite(sum) ? sum / count : shares
}

function countBins(values: Float64Array, minimum: number, maximum: number): number[] {
  const counts = new Array<number>(bins).fill(0)
  const halfWidth = maximum / 2 - minimum / 2
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue
    const share = halfWidth === 0 ? 0 : (values[i] / 2 - minimum / 2) / halfWidth
    counts[Math.min(bins - 1, Math.floor(share * bins))]++
  }
  return counts
}

function previewCodes(column: CodedColumn): Figures {
  const counts = new Int32Array(column.dictionary.length)
  let missing = 0
  for (let i = 0; i < column.codes.length; i++) {
    if (column.codes[i] < 0) missing++
    else counts[column.codes[i]]++
  }
  let distinct = 0
  for (const count of counts) if (count > 0) distinct++
  const categories = topCodes(counts).map((code) => ({
    name: shorten(column.dictionary[code]),
    count: counts[code],
  }))
  return { missing, distinct, minimum: null, maximum: null, mean: null, histogram: [], categories }
}

/** The codes that occur most, most frequent first; the lower code first where counts are equal. */
function topCodes(counts: Int32Array): number[] {
  const top: number[] = []
  for (let code = 0; code < counts.length; code++) {
    if (counts[code] === 0) continue
    if (top.length === shownCategories && counts[code] <= counts[top[top.length - 1]]) continue
    let place = top.length
    while (place > 0 && counts[top[place - 1]] < counts[code]) place--
    top.splice(place, 0, code)
    if (top.length > shownCategories) top.pop()
  }
  return top
}
