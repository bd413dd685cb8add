import type { Matrix } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { eachNearest } from '../neighbours'
import { takeMatrixRows } from '../matrix'
import { sampleRows } from '../recipe/sampleRows'
import { allRows } from '@/values/table'
import type { DbscanMetric } from './dbscan'
import { nearestSearch } from './nearestMember'

/** How far rows are from their k-th neighbour, the farthest first, and where the line of them bends. */
export interface NeighbourDistances {
  /** The row itself counts as its first neighbour, as for core rows. */
  k: number
  /** Share of rows before each point, and its distance. */
  shares: number[]
  distances: number[]
  /** Distance at the bend; null for a line that has none. */
  bend: number | null
  /** Rows that were measured, of how many. */
  measured: number
  of: number
}

const mostMeasured = 1000
const mostPoints = 120

/** The k-distance chart of Ester et al. (1996). Null where no row has so many neighbours. */
export async function neighbourDistances(
  x: Matrix,
  { k, metric, seed }: { k: number; metric: DbscanMetric; seed: number },
  pulse: Pulse,
): Promise<NeighbourDistances | null> {
  if (k < 2 || x.rows < k) return null
  const points = { values: x.values, width: x.columns }
  const rows = sampleRows(allRows(x.rows), mostMeasured, seed)
  const queries = { values: takeMatrixRows(x, rows).values, width: x.columns }
  const found: number[] = []
  const search = nearestSearch(points, k, metric)
  await eachNearest(search, { queries, points, own: false }, pulse, ({ distances }, { from, to }) => {
    for (let query = from; query < to; query++) found.push(distances[(query - from) * k + k - 1])
  })
  const sorted = found.sort((a, b) => b - a)
  const count = Math.min(mostPoints, sorted.length)
  const places = Array.from({ length: count }, (_, i) =>
    count > 1 ? Math.round((i * (sorted.length - 1)) / (count - 1)) : 0,
  )
  return {
    k,
    shares: places.map((place) => place / sorted.length),
    distances: places.map((place) => sorted[place]),
    bend: bendOf(sorted),
    measured: rows.length,
    of: x.rows,
  }
}

/** The point that lies farthest below the straight line from first to last (Satopää et al. 2011). */
export function bendOf(falling: readonly number[]): number | null {
  const last = falling.length - 1
  let [most, bend] = [0, -1]
  for (let i = 1; i < last; i++) {
    const line = falling[0] + ((falling[last] - falling[0]) * i) / last
    if (line - falling[i] > most) [most, bend] = [line - falling[i], i]
  }
  return bend < 0 || most <= 0.02 * (falling[0] - falling[last]) ? null : falling[bend]
}
