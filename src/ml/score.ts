import type { Catalog } from '@/contract/catalog'
import type { Model, Scores } from '@/values/model'
import type { Table } from '@/values/table'
import { needColumn, toMatrix } from './matrix'
import { castColumn } from './recipe/cast'
import { applyRecipe } from './recipe'

/**
 * Scores raw rows with a trained model: its recipe as it was fitted, then its weights.
 * @throws StepFailure unknown-column for a raw column that the model expects and the table lacks; missing-values,
 *   not-finite or unseen-category for a row that cannot be scored.
 */
export function scoreTable(catalog: Pick<Catalog, 'step' | 'predictor'>, model: Model, raw: Table): Scores {
  const prepared = applyRecipe(catalog, expectedColumns(model, raw), model.recipe)
  const x = toMatrix(prepared, model.features)
  return catalog.predictor(model.learner.type).predict(model.weights, x, model.classes.length)
}

/** The columns of the contract, in its types, and no others, so that further columns cannot change a score. */
function expectedColumns(model: Model, raw: Table): Table {
  const columns = model.contract.map((field) => castColumn(needColumn(raw, field.name), field.type))
  return { rowCount: raw.rowCount, columns }
}
