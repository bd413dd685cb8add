import { hashSeed } from '@/base/hash'
import { makeRandom } from '@/base/random'
import type { Catalog, Matrix } from '@/contract/catalog'
import { FaultNotes } from '@/contract/faults'
import { quietly, type Pulse } from '@/contract/pulse'
import type { Model } from '@/values/model'
import { cellValue, takeColumnRows, type Table } from '@/values/table'
import { markedMatrix, needColumn } from '../matrix'
import { applyRecipe } from '../recipe'
import { castColumn } from '../recipe/cast'
import { scoreMarked } from '../score'
import { shapleyValues } from './sampledShap'
import type { ShapTrees } from './shapTrees'
import { expectedValue, treeExplainer } from './treeShap'

type Context = { catalog: Catalog } & Pulse

/** What each feature adds to the answers for some rows. */
export interface Explained {
  /** Prepared columns for trees, raw ones otherwise. */
  features: string[]
  /** The answer without knowing anything of the row. */
  base: number
  /** `rows × features`. */
  values: Float64Array
  /** The features' own values, `rows × features`; null for a gap. */
  cells: (number | string | null)[]
}

/** Exact path-dependent TreeSHAP of rows of a raw table. */
export async function explainByTrees(
  context: Context,
  model: Model,
  shap: ShapTrees,
  raw: Table,
): Promise<Explained> {
  const x = await preparedMatrix(context, model, raw)
  const { features, categories } = model
  const values = await explainMatrix(context, shap, x)
  const mean = shap.trees.reduce((sum, tree) => sum + expectedValue(tree), 0)
  const base = shap.offset + shap.weight * mean
  const cells = Array.from(x.values, (value, at) => {
    const names = categories?.[at % x.columns]
    return Number.isNaN(value) ? null : names ? names[value] : value
  })
  return { features, base, values, cells }
}

/** Rows of a raw table as the trees of a model see them. */
export async function preparedMatrix(context: Context, model: Model, raw: Table): Promise<Matrix> {
  const columns = model.contract.map(({ name, type }) => castColumn(needColumn(raw, name), type))
  const expected = { rowCount: raw.rowCount, columns }
  const faults = new FaultNotes()
  const pulse = quietly(context)
  const prepared = await applyRecipe(context.catalog, expected, model.recipe, { pulse, faults })
  const { features, categories } = model
  return markedMatrix(prepared, features, pulse, { faults, categories })
}

/** One tree after the other, each for all rows. */
async function explainMatrix(
  context: Context,
  { trees, weight, asCompared }: ShapTrees,
  { rows, columns, values: x }: Matrix,
): Promise<Float64Array> {
  const values = new Float64Array(rows * columns)
  const compared = Array.from({ length: rows }, (_, row) =>
    asCompared(x.subarray(row * columns, (row + 1) * columns)),
  )
  for (const [at, tree] of trees.entries()) {
    const explain = treeExplainer(tree)
    for (let row = 0; row < rows; row++) {
      explain(compared[row], values.subarray(row * columns, (row + 1) * columns))
      if (row % rowsToBreathe === 0) await context.breathe()
    }
    context.progress({ share: at / trees.length, message: `Explaining by tree ${at + 1} of ${trees.length}` })
  }
  return values.map((value) => value * weight)
}

const rowsToBreathe = 16

export interface Sampling {
  /** Raw table and the rows of it to explain, and those that stand in for what is unknown. */
  raw: Table
  rows: Int32Array
  background: Int32Array
  /** Index of the explained score of a row. */
  output: number
  pairs: number
  seed: number
}

const rowsAtATime = 4096

/**
 * Shapley values of raw columns for any model: columns that are unknown take the values of each background row in
 * turn, the whole model answers, and the answers are averaged. NaN for a row of which some mixture cannot be scored.
 */
export async function explainBySampling(
  context: Context,
  model: Model,
  { raw, rows, background, output, pairs, seed }: Sampling,
): Promise<Explained> {
  const features = model.contract.map(({ name }) => name)
  const table = { rowCount: raw.rowCount, columns: features.map((name) => needColumn(raw, name)) }
  const values = new Float64Array(rows.length * features.length)
  let base = NaN
  for (const [at, row] of rows.entries()) {
    context.progress({ share: at / rows.length, message: `Explaining row ${at + 1} of ${rows.length}` })
    const value = valuing(context, model, { table, row, background, output })
    const random = makeRandom(hashSeed(seed, 'orders', at))
    const found = await shapleyValues(features.length, value, { pairs, random })
    if (Number.isFinite(found.base)) base = found.base
    values.set(found.values, at * features.length)
  }
  const cells = Array.from(rows, (row) => table.columns.map((column) => cellValue(column, row))).flat()
  return { features, base, values, cells }
}

interface Mixing {
  table: Table
  row: number
  background: Int32Array
  output: number
}

function valuing(context: Context, model: Model, { table, row, background, output }: Mixing) {
  const perTime = Math.max(1, Math.floor(rowsAtATime / background.length))
  return async (known: Uint8Array[]): Promise<number[]> => {
    const means: number[] = []
    for (let first = 0; first < known.length; first += perTime) {
      const some = known.slice(first, first + perTime)
      const mixed = mixtures(table, some, { row, background })
      const { values, width } = await scoreMarked(context.catalog, model, mixed, context)
      for (let i = 0; i < some.length; i++) {
        let sum = 0
        for (let b = 0; b < background.length; b++)
          sum += values[(i * background.length + b) * width + output]
        means.push(sum / background.length)
      }
      await context.breathe()
    }
    return means
  }
}

function mixtures(
  table: Table,
  known: Uint8Array[],
  { row, background }: { row: number; background: Int32Array },
): Table {
  const count = known.length * background.length
  const columns = table.columns.map((column, feature) => {
    const from = new Int32Array(count)
    known.forEach((mask, i) => {
      if (mask[feature]) from.fill(row, i * background.length, (i + 1) * background.length)
      else from.set(background, i * background.length)
    })
    return takeColumnRows(column, from)
  })
  return { rowCount: count, columns }
}
