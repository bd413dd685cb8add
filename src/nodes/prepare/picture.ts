import { isCoded, type CodedColumn, type Column, type NumberColumn } from '@/values/table'
import type { ColumnPicture } from './preview'

const bins = 20
const maxCategories = 8
const maxText = 100

/** Bounded picture of a column for a small chart. */
export function pictureOf(column: Column): ColumnPicture {
  return isCoded(column) ? pictureWords(column) : pictureNumbers(column)
}

function pictureNumbers({ type, values }: NumberColumn): ColumnPicture {
  let minimum = Infinity
  let maximum = -Infinity
  let mean = 0
  let count = 0
  let missing = 0
  for (const value of values) {
    if (value - value !== 0) {
      if (Number.isNaN(value)) missing++
      continue
    }
    count++
    if (value < minimum) minimum = value
    if (value > maximum) maximum = value
    mean += value
  }
  mean /= count
  if (count === 0)
    return { type, missing, minimum: null, maximum: null, mean: null, histogram: [], categories: [] }
  const histogram = binCounts(values, minimum, maximum)
  return {
    type,
    missing,
    minimum,
    maximum,
    mean: Number.isFinite(mean) ? mean : null,
    histogram,
    categories: [],
  }
}

function binCounts(values: Float64Array, minimum: number, maximum: number): number[] {
  const counts = new Array<number>(bins).fill(0)
  const width = maximum / bins - minimum / bins
  for (const value of values) {
    if (value - value !== 0) continue
    const bin = width > 0 ? Math.floor((value - minimum) / width) : 0
    counts[Math.min(bins - 1, Math.max(0, bin))]++
  }
  return counts
}

function pictureWords({ type, codes, dictionary }: CodedColumn): ColumnPicture {
  const counts = new Int32Array(dictionary.length)
  let missing = 0
  for (const code of codes) {
    if (code < 0) missing++
    else counts[code]++
  }
  const frequent = Array.from(counts.keys())
    .filter((code) => counts[code] > 0)
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .slice(0, maxCategories)
  const categories = frequent.map((code) => ({
    name: dictionary[code].slice(0, maxText),
    count: counts[code],
  }))
  return { type, missing, minimum: null, maximum: null, mean: null, histogram: [], categories }
}
