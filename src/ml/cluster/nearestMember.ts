import { atOnce } from '../pieces'
import { bruteForce } from '../neighbours/bruteForce'
import { treePays } from '../neighbours'
import { kdTree } from '../neighbours/kdTree'
import { metricSearch, type Metric } from '../neighbours/metricSearch'
import type { NeighbourSearch, Points } from '../neighbours/points'

/** Rows whose cluster is known. */
export type Members = {
  columns: number
  metric: string
  /** Rows × columns. */
  x: Float64Array
  /** Cluster of each. */
  labels: Int32Array
}

/** Searches that were made of a model's rows: the next rows to score ask the same. */
const searches = new WeakMap<Members, NeighbourSearch>()

function searchOf(members: Members): NeighbourSearch {
  const kept = searches.get(members)
  if (kept) return kept
  const search = nearestSearch({ values: members.x, width: members.columns }, 1, members.metric as Metric)
  searches.set(members, search)
  return search
}

/** The way that is quickest for these points. */
export function nearestSearch(points: Points, k: number, metric: Metric): NeighbourSearch {
  if (metric !== 'euclidean') return metricSearch(points, k, metric, 1)
  return treePays(points) ? atOnce(kdTree(points, k)) : bruteForce(points, k)
}

const step = 1024

/**
 * The cluster of the nearest member of each row, of equally near ones that which comes first; −1 where it is farther
 * away than `reach`, or where there are no members.
 */
export function nearestMembers(members: Members, values: Float64Array, reach = Infinity): Int32Array {
  const { columns, labels } = members
  const rows = values.length / columns
  const found = new Int32Array(rows).fill(-1)
  if (labels.length === 0) return found
  const search = searchOf(members)
  for (let from = 0; from < rows; from += step) {
    const to = Math.min(rows, from + step)
    const { places, distances } = search.find({ values, width: columns }, { from, to }, false)
    for (let row = from; row < to; row++)
      if (distances[row - from] <= reach) found[row] = labels[places[row - from]]
  }
  return found
}
