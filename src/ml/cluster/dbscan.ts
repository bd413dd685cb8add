import type { TrainingData } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import type { Metric } from '../neighbours/metricSearch'
import { radiusSearch, type RadiusSearch } from '../neighbours/withinRadius'
import { takeMatrixRows } from '../matrix'
import { nearestMembers, type Members } from './nearestMember'
import { refuseMany } from './refuseMany'

export type DbscanMetric = Extract<Metric, 'euclidean' | 'manhattan' | 'chebyshev' | 'cosine'>

export interface DbscanParams {
  eps: number
  minSamples: number
  metric: DbscanMetric
}

/** The core rows with their clusters: what new rows are measured against. */
export type DbscanWeights = {
  eps: number
  clusters: number
  /** Training rows that are core, that lie within reach of one, and that do neither. */
  core: number
  border: number
  noise: number
  members: Members
}

/**
 * DBSCAN (Ester et al. 1996): a row with at least `minSamples` rows within `eps`, itself among them, is a core row; core
 * rows within `eps` of each other are one cluster. Clusters are in the order of their first core row, as in
 * scikit-learn. Needs memory for the rows alone.
 * @throws StepFailure parameter for more clusters than can be shown
 */
export async function fitDbscan(
  { x }: Pick<TrainingData, 'x'>,
  { eps, minSamples, metric }: DbscanParams,
  pulse: Pulse,
): Promise<DbscanWeights> {
  const search = await radiusSearch({ values: x.values, width: x.columns }, eps, metric, pulse)
  const breathEvery = Math.max(1, Math.floor(2e6 / (x.values.length + 1)))
  const found = await spread(x.rows, { search, minSamples, breathEvery }, pulse)
  refuseMany(found.clusters, 'Distance (eps)', 'Choose a larger distance, or more rows that make a core row.')
  const core = Int32Array.from(found.core.keys()).filter((row) => found.core[row] === yes)
  const labelled = found.labels.reduce((count, label) => count + (label >= 0 ? 1 : 0), 0)
  const members = {
    columns: x.columns,
    metric,
    x: takeMatrixRows(x, core).values,
    labels: core.map((row) => found.labels[row]),
  }
  return {
    eps,
    clusters: found.clusters,
    core: core.length,
    border: labelled - core.length,
    noise: x.rows - labelled,
    members,
  }
}

const [unknown, no, yes] = [0, 1, 2]

interface Spreading {
  search: RadiusSearch
  minSamples: number
  breathEvery: number
}

/** Each row is asked for its neighbours at most twice; lists are not kept, since together they may be far larger than the rows. */
async function spread(rows: number, { search, minSamples, breathEvery }: Spreading, pulse: Pulse) {
  const labels = new Int32Array(rows).fill(-1)
  const core = new Uint8Array(rows).fill(unknown)
  let clusters = 0
  let asked = 0
  const neighboursOf = async (row: number): Promise<number[] | null> => {
    if (core[row] === no) return null
    const near = search(row)
    core[row] = near.length >= minSamples ? yes : no
    if (++asked % breathEvery === 0) {
      pulse.progress({ share: Math.min(1, asked / rows), message: `Row ${asked} of ${rows}` })
      await pulse.breathe()
    }
    return core[row] === yes ? near : null
  }
  const open: number[] = []
  const label = (near: number[]) => {
    for (const row of near) {
      if (labels[row] >= 0) continue
      labels[row] = clusters
      open.push(row)
    }
  }
  for (let row = 0; row < rows; row++) {
    const near = labels[row] < 0 ? await neighboursOf(row) : null
    if (!near) continue
    label(near)
    for (let next = open.pop(); next !== undefined; next = open.pop()) label((await neighboursOf(next)) ?? [])
    clusters++
  }
  return { labels, core, clusters }
}

/** The cluster of the nearest core row within `eps`; −1, noise, where there is none. */
export const dbscanLabels = ({ members, eps }: DbscanWeights, values: Float64Array): Int32Array =>
  nearestMembers(members, values, eps)
