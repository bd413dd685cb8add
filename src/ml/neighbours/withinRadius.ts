import type { Pulse } from '@/contract/pulse'
import { inPieces } from '../pieces'
import { treePays } from './index'
import { grow, type Tree } from './kdTree'
import { measureOf, unitRows, type Metric } from './metricSearch'
import { rowsOf, type Points } from './points'

/** The rows no farther from a given row than the radius, itself among them, in no particular order. */
export type RadiusSearch = (row: number) => number[]

/**
 * What finds all rows within a radius of a row, exactly; distances have the last bit of those of the searches for the
 * nearest rows, so that both agree at the edge.
 * @param points finite
 */
export async function radiusSearch(
  points: Points,
  radius: number,
  metric: Metric,
  pulse: Pick<Pulse, 'breathe'>,
): Promise<RadiusSearch> {
  if (metric !== 'euclidean') return measured(points, radius, metric)
  if (!treePays(points)) return byRows(points, radius)
  return byTree(points, radius, await inPieces(grow(points), pulse))
}

/** Squares above this lie outside for sure, whatever the rounding. */
const surely = (radius: number): number => radius * radius * (1 + 1e-12)

function byRows({ values, width }: Points, radius: number): RadiusSearch {
  const most = surely(radius)
  const count = values.length / width
  return (asked) => {
    const found: number[] = []
    for (let row = 0; row < count; row++)
      if (isNear(values, row * width, { values, at: asked * width, width, most, radius })) found.push(row)
    return found
  }
}

interface Asked {
  values: Float64Array
  at: number
  width: number
  most: number
  radius: number
}

function isNear(
  values: Float64Array,
  first: number,
  { values: own, at, width, most, radius }: Asked,
): boolean {
  let sum = 0
  for (let i = 0; i < width && sum <= most; i++) {
    const difference = values[first + i] - own[at + i]
    sum += difference * difference
  }
  return sum <= most && Math.sqrt(sum) <= radius
}

function byTree({ values, width }: Points, radius: number, tree: Tree): RadiusSearch {
  const most = surely(radius)
  const waiting = new Int32Array(64)
  const { starts, ends, firstLeaf, rows } = tree
  return (query) => {
    const asked = { values, at: query * width, width, most, radius }
    const found: number[] = []
    waiting[0] = 0
    for (let open = 1; open > 0;) {
      const node = waiting[--open]
      if (boxDistance(tree, node, asked) > most) continue
      if (node < firstLeaf) {
        waiting[open++] = 2 * node + 1
        waiting[open++] = 2 * node + 2
        continue
      }
      for (let place = starts[node]; place < ends[node]; place++)
        if (isNear(tree.values, place * width, asked)) found.push(rows![place])
    }
    return found
  }
}

/** Squared distance to the nearest place of a node's box. */
function boxDistance({ low, high, width }: Tree, node: number, { values, at }: Asked): number {
  let sum = 0
  for (let i = 0, edge = node * width; i < width; i++, edge++) {
    const value = values[at + i]
    const outside = value < low[edge] ? low[edge] - value : value > high[edge] ? value - high[edge] : 0
    sum += outside * outside
  }
  return sum
}

function measured(points: Points, radius: number, metric: Metric): RadiusSearch {
  const { width } = points
  const values = metric === 'cosine' ? unitRows(points) : points.values
  const measure = measureOf(metric, 1)
  const count = rowsOf(points)
  return (query) => {
    const asked = values.subarray(query * width, (query + 1) * width)
    const found: number[] = []
    for (let row = 0; row < count; row++)
      if (measure(values, row * width, asked, radius) <= radius) found.push(row)
    return found
  }
}
