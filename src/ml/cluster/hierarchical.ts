import { formatCount } from '@/base/format'
import type { Matrix, TrainingData } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import { takeMatrixRows } from '../matrix'
import { sampleRows } from '../recipe/sampleRows'
import { allRows } from '@/values/table'
import { clustersBelow, cutTree } from './cutTree'
import { linkRows, type Linkage, type LinkageMetric, type Merges } from './linkage'
import type { Members } from './nearestMember'
import { refuseMany } from './refuseMany'

export interface HierarchicalParams {
  linkage: Linkage
  metric: LinkageMetric
  cutBy: 'clusters' | 'distance'
  clusters: number
  distance: number
  tooMany: 'stop' | 'sample'
  mostRows: number
}

/** The rows of the tree with their clusters, which new rows are measured against, and the tree itself. */
export type HierarchicalWeights = {
  clusters: number
  /** Height at which the tree was cut. */
  cut: number
  members: Members
  merges: Merges
}

/**
 * Agglomerative clustering, cut into a number of clusters or at a distance, as scikit-learn does it.
 * @throws StepFailure parameter, too-few-rows
 */
export async function fitHierarchical(
  data: Pick<TrainingData, 'x' | 'seed'>,
  params: HierarchicalParams,
  pulse: Pulse,
): Promise<HierarchicalWeights> {
  const x = rowsFor(data, params)
  const needed = params.cutBy === 'clusters' ? params.clusters : 1
  if (x.rows < needed)
    failStep({ kind: 'too-few-rows', what: 'Finding so many clusters', needed, found: x.rows })
  const merges = await linkRows(x, params, pulse)
  const clusters = params.cutBy === 'clusters' ? params.clusters : clustersBelow(merges, params.distance)
  refuseMany(clusters, 'Distance', 'Choose a larger distance.')
  const metric = params.linkage === 'ward' ? 'euclidean' : params.metric
  return {
    clusters,
    cut: params.cutBy === 'clusters' ? heightFor(merges, clusters) : params.distance,
    members: { columns: x.columns, metric, x: x.values, labels: cutTree(merges, clusters) },
    merges,
  }
}

/** All rows, or as many as there may be. */
function rowsFor(
  { x, seed }: Pick<TrainingData, 'x' | 'seed'>,
  { tooMany, mostRows }: HierarchicalParams,
): Matrix {
  if (x.rows <= mostRows) return x
  if (tooMany === 'sample') return takeMatrixRows(x, sampleRows(allRows(x.rows), mostRows, seed))
  return failStep({
    kind: 'parameter',
    parameter: 'Most rows of the tree',
    problem: `there are ${formatCount(x.rows)} training rows, and the distances of all pairs of more than ${formatCount(mostRows)} are not kept`,
    advice:
      'Set “Where there are more rows” to a sample: the other rows join the cluster of the nearest row in it. k-means and DBSCAN take all rows.',
  })
}

/** Half-way between the last merge that is made and the first that is not. */
function heightFor({ heights }: Merges, clusters: number): number {
  const made = heights.length + 1 - clusters
  const [last, next] = [heights[made - 1] ?? 0, heights[made]]
  return next === undefined ? last * 1.05 : (last + next) / 2
}
