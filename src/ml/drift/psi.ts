import { log } from '@/base/math'
import { quantile } from '../recipe/order'

/** A share of zero would make the index infinite; this is the usual floor. */
const floor = 1e-4

/**
 * Population stability index: Σ (now − before) · ln(now / before) over bins, on shares that are at least 0.0001.
 * Below 0.1 counts as stable, above 0.2 as shifted. 0 when a side is empty.
 */
export function stabilityIndex(before: number[], now: number[]): number {
  const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0)
  const [allBefore, allNow] = [sum(before), sum(now)]
  if (allBefore === 0 || allNow === 0) return 0
  return before.reduce((total, count, i) => {
    const was = Math.max(floor, count / allBefore)
    const is = Math.max(floor, now[i] / allNow)
    return total + (is - was) * log(is / was)
  }, 0)
}

const mostDistinct = 10

/** How numbers are sorted into bins: by their own value when there are few, else between training deciles. */
export type NumberBins = { kind: 'values'; values: number[] } | { kind: 'edges'; edges: number[] }

/** @param sorted training values, ascending. */
export function numberBins(sorted: Float64Array): NumberBins {
  const distinct = new Set<number>()
  for (let i = 0; i < sorted.length && distinct.size <= mostDistinct; i++) distinct.add(sorted[i])
  if (distinct.size <= mostDistinct) return { kind: 'values', values: [...distinct] }
  const edges = new Set<number>()
  for (let i = 1; i < 10; i++) edges.add(quantile(sorted, i / 10))
  return { kind: 'edges', edges: [...edges] }
}

/** Counts per bin; with bins by value, the last one counts every value that training did not have. */
export function countInBins(values: ArrayLike<number>, bins: NumberBins): number[] {
  if (bins.kind === 'values') return countValues(values, bins.values)
  const counts = new Array<number>(bins.edges.length + 1).fill(0)
  for (let i = 0; i < values.length; i++) counts[edgesUpTo(bins.edges, values[i])]++
  return counts
}

function countValues(values: ArrayLike<number>, known: number[]): number[] {
  const place = new Map(known.map((value, index) => [value, index]))
  const counts = new Array<number>(known.length + 1).fill(0)
  for (let i = 0; i < values.length; i++) counts[place.get(values[i]) ?? known.length]++
  return counts
}

/** How many edges are at most the value. */
function edgesUpTo(edges: number[], value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle] <= value) low = middle + 1
    else high = middle
  }
  return low
}
