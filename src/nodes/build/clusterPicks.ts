import type { ViewProps } from '@/kit/view'
import { noise } from '@/ml/cluster/summary'
import type { RowSelection } from '@/values/rowSelection'
import { noiseName } from './clusterNames'
import type { ClusterPreview } from './clusterRun'

export type ClusterProps = Pick<ViewProps<ClusterPreview>, 'node' | 'result' | 'preview'>

/**
 * The rows of a cluster, and a filter that finds them again; noise comes after the last cluster. Null where a result of
 * an older version does not know the rows.
 */
export function clusterPick({ node, result, preview }: ClusterProps, cluster: number): RowSelection | null {
  const { names, column, drawn, summary } = preview
  if (!drawn) return null
  const isNoise = cluster === names.length
  const name = isNoise ? noiseName : names[cluster]
  const label = isNoise ? noise : cluster
  return {
    key: JSON.stringify([node, 'cluster', name]),
    node,
    result: result.key,
    origin: drawn.origin,
    rows: drawn.rows.filter((_, i) => drawn.clusters[i] === label),
    count: isNoise ? (preview.noise ?? 0) : summary.sizes[cluster],
    words: `${column} is “${name}”`,
    onward: {
      type: 'prepare/filter-rows',
      params: { conditions: [{ column, test: 'equals', value: name }] },
      wires: [{ to: 'data', output: 'rows' }],
    },
  }
}
