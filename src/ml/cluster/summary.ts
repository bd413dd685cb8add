import type { Matrix } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { principalComponents } from '../pca/pca'
import { sampleRows } from '../recipe/sampleRows'
import { allRows } from '@/values/table'
import { centresOf, countLabels, silhouettes, spreadScores, type Labels } from './scores'

/** Labels of rows that are in no cluster, for want of a value or of neighbours. */
export const [unscored, noise] = [-1, -2]

/** Pictures of clusters, bounded whatever the size of the data. */
export interface ClusterSummary {
  sizes: number[]
  /** Rows that cannot be scored, and have no cluster therefore. */
  none: number
  silhouette: { mean: number; rows: number; sampled: boolean; byCluster: (number | null)[] } | null
  spread: { daviesBouldin: number; calinskiHarabasz: number } | null
  /** How far each cluster's mean lies from that of all rows, in standard deviations; those that differ most first. */
  profiles: { feature: string; mean: number; means: (number | null)[]; differences: (number | null)[] }[]
  /** Values of sampled rows along some axes, and their clusters; below 0 for noise. Older results lack row numbers. */
  scatter: { axes: string[]; points: number[][]; labels: number[]; rows?: number[] }
}

const mostMeasured = 2000
const mostFeatures = 20
const mostPoints = 300
const mostAxes = 6

/** @param labels of each row; below 0 for those that are in no cluster */
export async function summariseClusters(
  x: Matrix,
  labels: Labels,
  { features, clusters, seed }: { features: string[]; clusters: number; seed: number },
  pulse: Pulse,
): Promise<ClusterSummary> {
  const sizes = new Int32Array(clusters)
  sizes.set(countLabels(labels))
  const known = allRows(x.rows).filter((row) => labels[row] >= 0)
  const drawn = allRows(x.rows).filter((row) => labels[row] !== unscored)
  const measured = sampleRows(known, mostMeasured, seed)
  const found = await silhouettes(x, labels, measured, pulse)
  const byCluster = Array.from(sizes, (_, cluster) => {
    const own = Array.from(found?.values ?? []).filter((_value, i) => found?.labels[i] === cluster)
    return own.length > 0 ? own.reduce((sum, value) => sum + value, 0) / own.length : null
  })
  const silhouette = found
    ? { mean: found.mean, rows: measured.length, sampled: measured.length < known.length, byCluster }
    : null
  return {
    sizes: [...sizes],
    none: x.rows - drawn.length,
    silhouette,
    spread: spreadScores(x, labels),
    profiles: profilesOf(x, labels, sizes, features),
    scatter: await scatterOf(x, labels, { features, rows: sampleRows(drawn, mostPoints, seed) }, pulse),
  }
}

function profilesOf(x: Matrix, labels: Labels, sizes: Int32Array, features: string[]) {
  if (sizes.length === 0) return []
  const { centres, middle } = centresOf(x, labels, sizes)
  const { columns, values } = x
  const rows = sizes.reduce((sum, size) => sum + size, 0)
  const squares = new Float64Array(columns)
  labels.forEach((label, row) => {
    if (label < 0) return
    for (let i = 0; i < columns; i++) squares[i] += (values[row * columns + i] - middle[i]) ** 2 / rows
  })
  const all = features.map((feature, i) => {
    const deviation = Math.sqrt(squares[i])
    const means = Array.from(sizes, (size, c) => (size > 0 ? centres[c * columns + i] : null))
    const differences = means.map((mean) =>
      mean === null ? null : deviation > 0 ? (mean - middle[i]) / deviation : 0,
    )
    return { feature, mean: middle[i], means, differences }
  })
  const strength = (one: (typeof all)[number]) => Math.max(...one.differences.map((d) => Math.abs(d ?? 0)))
  return all.sort((a, b) => strength(b) - strength(a)).slice(0, mostFeatures)
}

async function scatterOf(
  { columns, values }: Matrix,
  labels: Labels,
  { features, rows }: { features: string[]; rows: Int32Array },
  pulse: Pulse,
) {
  const drawn = features.slice(0, mostAxes).map((name, i) => ({
    name,
    values: Float64Array.from(rows, (row) => values[row * columns + i]),
  }))
  const axes = [...(await componentsOf({ columns, values }, rows, pulse)), ...drawn]
  const points = Array.from(rows, (_, at) => axes.map((axis) => Number(axis.values[at].toPrecision(4))))
  return {
    axes: axes.map(({ name }) => name),
    points,
    labels: Array.from(rows, (row) => labels[row]),
    rows: [...rows],
  }
}

/** The first two principal components, where there are features enough. */
async function componentsOf(
  { columns, values }: Pick<Matrix, 'columns' | 'values'>,
  rows: Int32Array,
  pulse: Pulse,
) {
  if (columns < 2 || columns > 200 || rows.length < 3) return []
  const centred = Array.from({ length: columns }, (_, i) => {
    const column = Float64Array.from(rows, (row) => values[row * columns + i])
    const mean = column.reduce((sum, value) => sum + value / column.length, 0)
    return column.map((value) => value - mean)
  })
  const found = await principalComponents(centred, pulse)
  if (!found) return []
  return found.components.slice(0, 2).map((loadings, nth) => ({
    name: `Principal component ${nth + 1}`,
    values: Float64Array.from(rows, (_, at) =>
      loadings.reduce((sum, loading, i) => sum + loading * centred[i][at], 0),
    ),
  }))
}
