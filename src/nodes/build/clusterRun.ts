import { formatCount, formatPlural } from '@/base/format'
import { hashSeed } from '@/base/hash'
import type { JsonObject } from '@/base/json'
import type { Matrix } from '@/contract/catalog'
import type { RunContext, Warning } from '@/contract/run'
import { adjustedRand, type Labels } from '@/ml/cluster/scores'
import { noise, summariseClusters, unscored, type ClusterSummary } from '@/ml/cluster/summary'
import { originOf, spacedOver } from '@/ml/preview/originOf'
import { freeName } from '@/ml/recipe/choose'
import { chosenTarget } from '@/ml/task'
import type { Dataset } from '@/values/dataset'
import type { Model, Scores } from '@/values/model'
import type { DrawnRows } from '@/values/rowSelection'
import { findColumn, isCoded, withColumns, type CodedColumn } from '@/values/table'
import { noiseName } from './clusterNames'
import { learnerOf, trainJob, type BuildDefinition } from './learnerRun'
import { eachBlock, seenRows } from './seenRows'
import { trainAsked } from './trainAsked'

export interface ClusterPreview {
  names: string[]
  /** The column that says which cluster a row is in. */
  column: string
  trainingRows: number
  summary: ClusterSummary
  /** Rows that are in no cluster since they have too few neighbours; absent where every row is in one. */
  noise?: number
  adjustedRand: { value: number; target: string } | null
  /** How a figure falls or rises with the number of clusters; null where it is not known. */
  elbow: { title: string; counts: number[]; values: number[]; rows: number } | null
  /** Some thousand rows with their clusters, below 0 for none; absent in results of older versions. */
  drawn?: DrawnRows & { clusters: number[] }
}

const mostDrawn = 2000

/** The trained model, every row as it sees it, and the cluster of each: `unscored` and `noise` are below 0. */
export interface Clustered {
  model: Model
  x: Matrix
  labels: Labels
}

/** What a clustering type adds: a sweep over the number of clusters, figures, and what its own view shows. */
export interface ClusterExtra<V> {
  elbow: ClusterPreview['elbow']
  figures?: Record<string, number>
  preview?: V
}

/** Trains on the rows marked for training, then finds the cluster of every row; a row that cannot be scored has none. */
export async function clusterOutcome<V extends object = object>(
  definition: Pick<BuildDefinition, 'type' | 'version'>,
  params: JsonObject,
  { data, context }: { data: Dataset; context: RunContext },
  extra: (found: Clustered) => Promise<ClusterExtra<V>>,
) {
  const learner = learnerOf(definition, context.node, params)
  const seed = hashSeed(context.seed, context.node, 'train')
  const model = await trainAsked(trainJob(data, learner, seed), context)
  const classes = await assign(model, data, context)
  const noisy = model.classes.at(-1) === noiseName
  const names = noisy ? model.classes.slice(0, -1) : model.classes
  const labels = noisy
    ? classes.labels.map((label) => (label === names.length ? noise : label))
    : classes.labels
  const found = { model, x: classes.x, labels }
  const clusters = { features: model.features, clusters: names.length, seed }
  const summary = await summariseClusters(classes.x, labels, clusters, context)
  const { elbow, figures, preview } = await extra(found)
  const { dataset, asGathered, column } = withClusters(data, classes.labels, model.classes)
  const agreement = agreementOf(data, labels)
  const outside = labels.reduce((count, label) => count + (label === noise ? 1 : 0), 0)
  return {
    outputs: { model: { kind: 'model' as const, model, dataset: data }, data: dataset, rows: asGathered },
    preview: {
      names,
      column,
      trainingRows: model.training.rows,
      summary,
      ...(noisy ? { noise: outside } : {}),
      adjustedRand: agreement,
      elbow,
      drawn: drawnRows(data, labels, summary.scatter.rows),
      ...preview,
    } as ClusterPreview & V,
    figure: `${formatPlural(names.length, 'cluster')} · ${formatCount(labels.length)} rows`,
    metrics: metricsOf(summary, agreement, { ...(noisy ? { noise: outside } : {}), ...figures }),
    warnings: warningsOf(model, summary),
  }
}

async function assign(model: Model, data: Dataset, context: RunContext): Promise<Omit<Clustered, 'model'>> {
  const { x, faults } = await seenRows(model, data, context)
  const predictor = context.catalog.predictor(model.learner.type)
  const labels = new Int32Array(x.rows)
  await eachBlock(x, context, (block, from) =>
    labels.set(likeliest(predictor.predict(model.weights, block, model.classes.length)), from),
  )
  for (const row of faults.keys()) labels[row] = unscored
  return { x, labels }
}

function likeliest({ rows, width, values }: Scores): Labels {
  const labels = new Int32Array(rows)
  for (let row = 0; row < rows; row++)
    for (let i = 1; i < width; i++)
      if (values[row * width + i] > values[row * width + labels[row]]) labels[row] = i
  return labels
}

/** Rows evenly spaced over the data, and those of the picture of dots. */
function drawnRows({ raw }: Dataset, labels: Labels, dotted: readonly number[] = []) {
  const rows = [...new Set([...spacedOver(raw.rowCount, mostDrawn), ...dotted])].sort((a, b) => a - b)
  return { origin: originOf(raw), rows, clusters: rows.map((row) => labels[row]) }
}

/**
 * The dataset with a column more that is ignored, so that nothing learns from it unless somebody says so; and its rows
 * as they were gathered, where no step has learned anything yet, so that they can be filtered by their cluster.
 */
function withClusters(data: Dataset, labels: Labels, names: string[]) {
  const taken = new Set([...data.raw.columns, ...data.table.columns].map(({ name }) => name))
  const name = freeName('cluster', taken)
  const column: CodedColumn = { name, type: 'categorical', codes: labels, dictionary: names }
  const dataset: Dataset = {
    ...data,
    raw: withColumns(data.raw, [column]),
    table: withColumns(data.table, [column]),
    roles: new Map([...data.roles, [name, 'ignored']]),
  }
  return { dataset, asGathered: { ...dataset, table: dataset.raw, recipe: [] }, column: name }
}

function agreementOf(data: Dataset, labels: Labels): ClusterPreview['adjustedRand'] {
  const target = chosenTarget(data)
  const column = target === null ? undefined : findColumn(data.raw, target)
  if (target === null || !column || !isCoded(column)) return null
  const value = adjustedRand(labels, column.codes)
  return value === null ? null : { value, target }
}

function metricsOf(
  { silhouette, spread }: ClusterSummary,
  agreement: ClusterPreview['adjustedRand'],
  figures: Record<string, number> = {},
): Record<string, number> {
  return {
    ...(silhouette ? { silhouette: silhouette.mean } : {}),
    ...(spread ?? {}),
    ...(agreement ? { adjustedRand: agreement.value } : {}),
    ...figures,
  }
}

function warningsOf(model: Model, { none, sizes }: ClusterSummary): Warning[] {
  const own = model.training.warnings
  const lost = none > 0 ? [`${formatCount(none)} rows have no cluster: they lack a value.`] : []
  const empty = sizes.some((size) => size === 0)
    ? ['A cluster has no rows: there are fewer different rows than clusters.']
    : []
  return [...own, ...lost, ...empty].map((text) => ({ text }))
}
