import type { JsonObject } from '@/base/json'
import type { PreparationStep } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { RunContext, StepOutcome, Warning } from '@/contract/run'
import { Mark, type Dataset, type Role } from '@/values/dataset'
import { allRows, type Table } from '@/values/table'
import { effectiveRoles } from '@/ml/task'
import { compareTables } from './compare'
import type { PreparePreview } from './preview'

export interface StepCall<S extends JsonObject> {
  step: PreparationStep<unknown, S>
  params: JsonObject
  dataset: Dataset
  context: RunContext
}

/** What a step did to the tables, from which its card and its notes are written. */
export interface StepChange {
  before: Table
  after: Table
  state: JsonObject
  preview: Omit<PreparePreview, 'notes'>
}

export interface StepReport {
  /** The key figure on the card. */
  figure: string
  notes?: string[]
  warnings?: Warning[]
  /** Roles that the step gives; absent when it leaves them alone. */
  roles?: Map<string, Role>
}

/**
 * Runs a preparation step for the canvas: fits it on the rows that are not marked as test, applies it to all, and
 * adds it to the recipe. Models fit the recipe again on their own rows; this is the preview.
 */
export async function runStep<S extends JsonObject>(
  call: StepCall<S>,
  report: (change: StepChange) => StepReport,
): Promise<StepOutcome<{ data: 'dataset' }, PreparePreview>> {
  const { step, params, dataset, context } = call
  const roles = effectiveRoles(dataset)
  const rows = rowsToLearnFrom(dataset)
  const role = (column: string): Role => roles.get(column) ?? 'feature'
  const state = step.fit({ table: dataset.table, rows, params, role })
  await context.breathe()
  const table = step.apply(dataset.table, state)
  await context.breathe()
  const preview = { ...(await compareTables(dataset.table, table, context)), fittedRows: rows.length }
  const said = report({ before: dataset.table, after: table, state, preview })
  const recipe = [...dataset.recipe, { node: context.node, type: step.type, params }]
  return {
    outputs: { data: { ...dataset, table, roles: said.roles ?? dataset.roles, recipe } },
    preview: { ...preview, notes: said.notes ?? [] },
    figure: said.figure,
    warnings: said.warnings ?? [],
  }
}

/** @throws StepFailure no-rows. */
export function rowsToLearnFrom(dataset: Dataset): Int32Array {
  const { marks, table } = dataset
  const rows = marks
    ? allRows(table.rowCount).filter((row) => marks[row] !== Mark.test)
    : allRows(table.rowCount)
  return rows.length > 0 ? rows : failStep({ kind: 'no-rows', what: 'preparation to learn from' })
}

/** `1 column`, `3 columns`. */
export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
