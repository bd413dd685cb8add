import { formatCount, formatDate, formatNumber } from '@/base/format'
import { isCoded, type CodedColumn, type Column, type NumberColumn } from '@/values/table'

/** Rows dealt into groups by the values of one column. */
export interface Groups {
  column: string
  names: string[]
  /** For each row its place in `names`. */
  of: Int32Array
}

const mostCategories = 20

/**
 * Categories, the most frequent first and those beyond 20 together; numbers and dates in `bins` groups of about the
 * same size, as `pandas.qcut(duplicates="drop")` deals them. Rows without a value are a group of their own, the last.
 */
export function groupRows(column: Column, rows: Int32Array, bins: number): Groups {
  return isCoded(column) ? byCategory(column, rows) : byQuantile(column, rows, bins)
}

function byCategory({ name, codes, dictionary }: CodedColumn, rows: Int32Array): Groups {
  const counts = new Int32Array(dictionary.length)
  for (const row of rows) if (codes[row] >= 0) counts[codes[row]]++
  const seen = dictionary.map((_, code) => code).filter((code) => counts[code] > 0)
  const ranked = seen.sort((a, b) => counts[b] - counts[a] || a - b)
  const kept = ranked.length > mostCategories ? ranked.slice(0, mostCategories - 1) : ranked
  const names = kept.map((code) => dictionary[code])
  if (kept.length < ranked.length)
    names.push(`other categories (${formatCount(ranked.length - kept.length)})`)
  const place = new Int32Array(dictionary.length).fill(kept.length)
  kept.forEach((code, at) => (place[code] = at))
  return withMissing(name, names, (row) => (codes[row] < 0 ? -1 : place[codes[row]]), rows)
}

function byQuantile({ name, type, values }: NumberColumn, rows: Int32Array, bins: number): Groups {
  const sorted = Float64Array.from(rows, (row) => values[row])
    .filter((value) => !Number.isNaN(value))
    .sort()
  const edges = quantileEdges(sorted, bins)
  const names = namesOf(edges, type === 'datetime' ? formatDate : formatNumber)
  const inner = edges.slice(1, -1)
  const groupOf = (value: number) => {
    const place = inner.findIndex((edge) => value <= edge)
    return place < 0 ? inner.length : place
  }
  return withMissing(name, names, (row) => (Number.isNaN(values[row]) ? -1 : groupOf(values[row])), rows)
}

/** Distinct quantiles 0, 1/bins … 1, interpolated between the neighbours in order. */
export function quantileEdges(sorted: Float64Array, bins: number): number[] {
  if (sorted.length === 0) return []
  const edges = Array.from({ length: bins + 1 }, (_, i) => {
    const place = (i / bins) * (sorted.length - 1)
    const below = Math.floor(place)
    const [low, high] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]]
    return low === high ? low : low + (place - below) * (high - low)
  })
  return edges.filter((edge, i) => i === 0 || edge > edges[i - 1])
}

function namesOf(edges: number[], format: (value: number) => string): string[] {
  if (edges.length === 0) return []
  if (edges.length <= 2)
    return [edges.length === 1 ? format(edges[0]) : `${format(edges[0])} to ${format(edges[1])}`]
  return edges.slice(1).map((edge, i) => {
    if (i === 0) return `up to ${format(edge)}`
    return i === edges.length - 2
      ? `above ${format(edges[i])}`
      : `above ${format(edges[i])}, up to ${format(edge)}`
  })
}

function withMissing(
  column: string,
  names: string[],
  placeOf: (row: number) => number,
  rows: Int32Array,
): Groups {
  const of = rows.map(placeOf)
  if (!of.includes(-1)) return { column, names, of }
  return { column, names: [...names, 'no value'], of: of.map((place) => (place < 0 ? names.length : place)) }
}

/** One group for each combination that occurs, in the order of the groups. */
export function crossGroups(a: Groups, b: Groups): Groups {
  const pairs = a.of.map((place, at) => place * b.names.length + b.of[at])
  const seen = [...new Set(pairs)].sort((one, other) => one - other)
  const places = new Map(seen.map((pair, place) => [pair, place]))
  const nameOf = (pair: number) =>
    `${a.names[Math.floor(pair / b.names.length)]} · ${b.names[pair % b.names.length]}`
  return {
    column: `${a.column} × ${b.column}`,
    names: seen.map(nameOf),
    of: pairs.map((pair) => places.get(pair)!),
  }
}
