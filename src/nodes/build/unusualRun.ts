import { formatCount, formatPlural } from '@/base/format'
import type { JsonObject } from '@/base/json'
import { hashSeed } from '@/base/hash'
import type { Matrix } from '@/contract/catalog'
import type { RunContext } from '@/contract/run'
import { histogramOf } from '@/ml/metrics/histogram'
import { freeName } from '@/ml/recipe/choose'
import type { Dataset } from '@/values/dataset'
import type { Model, Weights } from '@/values/model'
import { cellValue, numberColumn, withColumns, type CodedColumn, type Table } from '@/values/table'
import { learnerOf, trainJob, type BuildDefinition } from './learnerRun'
import { eachBlock, seenRows } from './seenRows'
import { trainAsked } from './trainAsked'

/** What every type shows that says of rows how unusual they are. */
export interface UnusualPreview {
  trainingRows: number
  rows: number
  unusual: number
  unscored: number
  /** Rows with a larger score are unusual. */
  limit: number
  /** Names of the new columns. */
  columns: [string, string]
  histogram: { edges: number[]; counts: number[] }
  /** The most unusual rows first: row number from 1, score, and the first columns as they were gathered. */
  top: { columns: string[]; rows: (string | number | null)[][] }
}

export interface UnusualScoring<W> {
  /** The larger, the more unusual. */
  score(weights: W, x: Matrix): Float64Array
  limit(weights: W): number
}

/** Trains on the rows marked for training, then scores and flags every row; a row that cannot be scored has neither. */
export async function unusualOutcome<W extends Weights>(
  definition: Pick<BuildDefinition, 'type' | 'version'>,
  params: JsonObject,
  { data, context }: { data: Dataset; context: RunContext },
  scoring: UnusualScoring<W>,
) {
  const learner = learnerOf(definition, context.node, params)
  const job = trainJob(data, learner, hashSeed(context.seed, context.node, 'train'))
  const model = await trainAsked(job, context)
  const limit = scoring.limit(model.weights as W)
  const scores = await scoresOf(model, data, context, scoring)
  const { dataset, scoreName, flagName } = withScores(data, scores, limit)
  const scored = scores.filter((score) => !Number.isNaN(score))
  const unusual = scored.reduce((count, score) => count + (score > limit ? 1 : 0), 0)
  const unscored = scores.length - scored.length
  const preview: UnusualPreview = {
    trainingRows: model.training.rows,
    rows: scores.length,
    unusual,
    unscored,
    limit,
    columns: [scoreName, flagName],
    histogram: histogramOf(scored),
    top: mostUnusual(data.raw, scores, limit),
  }
  const lost =
    unscored > 0 ? [`${formatPlural(unscored, 'row')} could not be scored: a value is missing.`] : []
  return {
    model,
    outputs: { model: { kind: 'model' as const, model, dataset: data }, data: dataset },
    preview,
    figure: `${formatCount(unusual)} of ${formatCount(scored.length)} unusual`,
    metrics: { unusual },
    warnings: [...model.training.warnings, ...lost].map((text) => ({ text })),
  }
}

async function scoresOf<W extends Weights>(
  model: Model,
  data: Dataset,
  context: RunContext,
  { score }: UnusualScoring<W>,
): Promise<Float64Array> {
  const { x, faults } = await seenRows(model, data, context)
  const scores = new Float64Array(x.rows)
  await eachBlock(x, context, (block, from) => scores.set(score(model.weights as W, block), from))
  for (const row of faults.keys()) scores[row] = NaN
  return scores
}

/** The dataset with score and flag as columns that are ignored, so that nothing learns from them by accident. */
function withScores(data: Dataset, scores: Float64Array, limit: number) {
  const taken = new Set([...data.raw.columns, ...data.table.columns].map(({ name }) => name))
  const scoreName = freeName('unusual score', taken)
  const flagName = freeName('unusual', taken)
  const flag: CodedColumn = {
    name: flagName,
    type: 'categorical',
    codes: Int32Array.from(scores, (score) => (Number.isNaN(score) ? -1 : score > limit ? 1 : 0)),
    dictionary: ['usual', 'unusual'],
  }
  const added = [numberColumn(scoreName, scores), flag]
  const dataset: Dataset = {
    ...data,
    raw: withColumns(data.raw, added),
    table: withColumns(data.table, added),
    roles: new Map([...data.roles, [scoreName, 'ignored'], [flagName, 'ignored']]),
  }
  return { dataset, scoreName, flagName }
}

const topRows = 20
const topColumns = 8
const longestCell = 80

function mostUnusual(raw: Table, scores: Float64Array, limit: number): UnusualPreview['top'] {
  const rows = [...scores.keys()].filter((row) => scores[row] > limit).sort((a, b) => scores[b] - scores[a])
  const columns = raw.columns.slice(0, topColumns)
  return {
    columns: columns.map(({ name }) => name.slice(0, longestCell)),
    rows: rows
      .slice(0, topRows)
      .map((row) => [row + 1, scores[row], ...columns.map((column) => shown(cellValue(column, row)))]),
  }
}

function shown(value: string | number | null): string | number | null {
  if (typeof value === 'string') return value.slice(0, longestCell)
  return value === null || Number.isFinite(value) ? value : String(value)
}
