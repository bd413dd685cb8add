import type { Catalog } from '@/contract/catalog'
import type { RowFault, RowFaults } from '@/contract/faults'
import type { Pulse } from '@/contract/pulse'
import type { Model } from '@/values/model'
import { allRows, isCoded, takeColumnRows, type Column, type Table } from '@/values/table'
import { failOnFaults } from '../faults'
import { needColumn } from '../matrix'
import { castColumn } from '../recipe/cast'
import { scoreMarked } from '../score'
import type { DependenceGrid } from './dependenceGrid'

/** What a model answers when some columns are set to each point of a grid. */
export interface Dependence {
  /** Rows of the table that could be scored at every point. */
  rows: Int32Array
  /** `rows × points`: individual conditional expectation; of two grids the points of the second change first. */
  curves: Float64Array
  /** Partial dependence: the mean over the rows, at each point. */
  mean: Float64Array
  /** Why the other rows could not be scored. */
  faults: RowFaults
}

const chunk = 4096

/**
 * Partial dependence (Friedman, Greedy Function Approximation, 2001) and individual conditional expectation (Goldstein
 * et al., Peeking Inside the Black Box, 2015), by brute force as scikit-learn's `partial_dependence`: raw columns of
 * every row are set to each point of the grid, the whole model answers, preparation included.
 * @param raw the rows that are asked about, in their raw columns.
 * @param output index of the score that is looked at.
 * @throws StepFailure unknown-column, or the reason why no row can be scored.
 */
export async function dependence(
  context: { catalog: Catalog } & Pulse,
  model: Model,
  { raw, grids, output }: { raw: Table; grids: readonly DependenceGrid[]; output: number },
): Promise<Dependence> {
  const table = {
    rowCount: raw.rowCount,
    columns: model.contract.map(({ name, type }) => castColumn(needColumn(raw, name), type)),
  }
  const points = grids.reduce((count, { values }) => count * values.length, 1)
  const answers = new Float64Array(table.rowCount * points)
  const faults = new Map<number, RowFault>()
  for (let start = 0; start < answers.length; start += chunk) {
    context.progress({
      share: start / answers.length,
      message: `Point ${Math.floor(start / table.rowCount) + 1} of ${points}`,
    })
    await context.breathe()
    const end = Math.min(start + chunk, answers.length)
    const asked = mixed(table, grids, { start, end })
    const { values, width, faults: own } = await scoreMarked(context.catalog, model, asked, context)
    for (let at = start; at < end; at++) {
      const row = at % table.rowCount
      answers[row * points + Math.floor(at / table.rowCount)] = values[(at - start) * width + output]
    }
    for (const [at, fault] of own) faults.set((start + at) % table.rowCount, fault)
  }
  return summed(answers, { points, rowCount: table.rowCount, faults })
}

/** A stretch of all pairs of point and row: every row at the first point, then every row at the second, and so on. */
function mixed(
  table: Table,
  grids: readonly DependenceGrid[],
  { start, end }: { start: number; end: number },
): Table {
  const rowCount = end - start
  const from = Int32Array.from({ length: rowCount }, (_, i) => (start + i) % table.rowCount)
  const pointAt = (i: number) => Math.floor((start + i) / table.rowCount)
  const columns = table.columns.map((column) => {
    const at = grids.findIndex((grid) => grid.column.name === column.name)
    if (at < 0) return takeColumnRows(column, from)
    const inner = grids.slice(at + 1).reduce((count, { values }) => count * values.length, 1)
    const { values } = grids[at]
    return filled(grids[at].column, rowCount, (i) => values[Math.floor(pointAt(i) / inner) % values.length])
  })
  return { rowCount, columns }
}

function filled(column: Column, length: number, valueAt: (i: number) => number): Column {
  const value = (_: unknown, i: number) => valueAt(i)
  if (isCoded(column)) return { ...column, codes: Int32Array.from({ length }, value) }
  return { ...column, values: Float64Array.from({ length }, value) }
}

interface Asked {
  points: number
  rowCount: number
  faults: RowFaults
}

function summed(answers: Float64Array, { points, rowCount, faults }: Asked): Dependence {
  const rows = allRows(rowCount).filter((row) => !faults.has(row))
  if (rows.length === 0) return failOnFaults(faults)
  const curves = new Float64Array(rows.length * points)
  const mean = new Float64Array(points)
  rows.forEach((row, i) => {
    for (let point = 0; point < points; point++) {
      const answer = answers[row * points + point]
      curves[i * points + point] = answer
      mean[point] += answer
    }
  })
  for (let point = 0; point < points; point++) mean[point] /= rows.length
  return { rows, curves, mean, faults }
}
