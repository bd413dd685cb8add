import { pow } from '@/base/math'
import { NearestLists, rowsOf, type NeighbourSearch, type Points, type Stretch } from './points'

export type Metric = 'euclidean' | 'manhattan' | 'chebyshev' | 'minkowski' | 'cosine'

/** What a metric sums up or takes the largest of, column by column; it grows with the distance. */
export type Measure = (values: Float64Array, at: number, asked: Float64Array, most: number) => number

/**
 * Every row is measured, and given up once it is farther away than the last of the list: for metrics other than the
 * Euclidean one. Distances are those of scikit-learn.
 * @param points finite
 */
export function metricSearch(points: Points, k: number, metric: Metric, power: number): NeighbourSearch {
  const { width } = points
  const rows = metric === 'cosine' ? unitRows(points) : points.values
  const measure = measureOf(metric, power)
  const root = (sum: number) => (metric === 'minkowski' ? pow(sum, 1 / power) : sum)
  return {
    find(queries: Points, { from, to }: Stretch, own: boolean): NearestLists {
      const lists = new NearestLists(to - from, k)
      const values = metric === 'cosine' ? unitRows(queries, from, to) : queries.values
      const offset = metric === 'cosine' ? from : 0
      for (let query = from; query < to; query++) {
        const asked = values.subarray((query - offset) * width, (query - offset + 1) * width)
        let worst = Infinity
        for (let row = 0, count = rowsOf(points); row < count; row++) {
          const distance = measure(rows, row * width, asked, worst)
          if (!(distance <= worst) || (own && row === query)) continue
          lists.offer(query - from, distance, row)
          worst = lists.worst(query - from)
        }
      }
      for (let i = 0; i < lists.distances.length; i++)
        if (lists.distances[i] < Infinity) lists.distances[i] = root(lists.distances[i])
      return lists
    },
  }
}

export function measureOf(metric: Metric, power: number): Measure {
  if (metric === 'manhattan') return manhattan
  if (metric === 'chebyshev') return chebyshev
  if (metric === 'cosine') return cosine
  return minkowski(power)
}

function manhattan(values: Float64Array, at: number, asked: Float64Array, most: number): number {
  let sum = 0
  for (let i = 0; i < asked.length && sum <= most; i++) sum += Math.abs(values[at + i] - asked[i])
  return sum
}

function chebyshev(values: Float64Array, at: number, asked: Float64Array, most: number): number {
  let largest = 0
  for (let i = 0; i < asked.length && largest <= most; i++) {
    const difference = Math.abs(values[at + i] - asked[i])
    if (difference > largest) largest = difference
  }
  return largest
}

/** Of rows of length 1; never below zero. */
function cosine(values: Float64Array, at: number, asked: Float64Array): number {
  let product = 0
  for (let i = 0; i < asked.length; i++) product += values[at + i] * asked[i]
  return Math.max(0, 1 - product)
}

const minkowski =
  (power: number): Measure =>
  (values, at, asked, most) => {
    let sum = 0
    for (let i = 0; i < asked.length && sum <= most; i++) {
      const difference = Math.abs(values[at + i] - asked[i])
      sum += power === 2 ? difference * difference : difference === 0 ? 0 : pow(difference, power)
    }
    return sum
  }

/** Rows of length 1; a row of zeros stays as it is, so that its distance to every other is 1. */
export function unitRows({ values, width }: Points, from = 0, to = values.length / width): Float64Array {
  const units = values.slice(from * width, to * width)
  for (let at = 0; at < units.length; at += width) {
    let sum = 0
    for (let i = 0; i < width; i++) sum += units[at + i] * units[at + i]
    const length = Math.sqrt(sum)
    if (length > 0) for (let i = 0; i < width; i++) units[at + i] /= length
  }
  return units
}
