import type { Matrix } from '@/contract/catalog'
import { FaultNotes, type RowFaults } from '@/contract/faults'
import { quietly } from '@/contract/pulse'
import type { RunContext } from '@/contract/run'
import { markedMatrix, needColumn } from '@/ml/matrix'
import { castColumn } from '@/ml/recipe/cast'
import { applyRecipe } from '@/ml/recipe'
import type { Dataset } from '@/values/dataset'
import type { Model } from '@/values/model'

/** Every row as the model sees it, and those that it cannot score. */
export async function seenRows(
  model: Model,
  { raw }: Dataset,
  context: RunContext,
): Promise<{ x: Matrix; faults: RowFaults }> {
  const notes = new FaultNotes()
  const columns = model.contract.map(({ name, type }) => castColumn(needColumn(raw, name), type))
  const work = { pulse: quietly(context), faults: notes }
  const table = await applyRecipe(context.catalog, { rowCount: raw.rowCount, columns }, model.recipe, work)
  const x = await markedMatrix(table, model.features, context, { faults: notes })
  return { x, faults: notes.rows }
}

/** Rows that are scored between two breaths. */
const rowsAtOnce = 512

/** The matrix some rows at a time, breathing after each. @param take is given the rows, and where they begin */
export async function eachBlock(
  { rows, columns, values }: Matrix,
  pulse: Pick<RunContext, 'breathe'>,
  take: (block: Matrix, from: number) => void,
): Promise<void> {
  for (let from = 0; from < rows; from += rowsAtOnce) {
    const to = Math.min(rows, from + rowsAtOnce)
    take({ rows: to - from, columns, values: values.subarray(from * columns, to * columns) }, from)
    await pulse.breathe()
  }
}
