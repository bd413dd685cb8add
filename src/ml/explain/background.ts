import type { Catalog } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import type { Model } from '@/values/model'
import { takeRows, type Table } from '@/values/table'
import { unscoredOf } from '../evaluate/unscored'
import { failOnFaults } from '../faults'
import { scoreMarked } from '../score'

/** Rows that stand in for what is unknown: a mean over answers needs an answer of each. */
export interface Background {
  rows: Int32Array
  /** Whole sentences about rows that were left out. */
  warnings: string[]
}

/**
 * Those of the rows that the model can score.
 * @throws StepFailure with the most frequent reason when it is none of them.
 */
export async function scorableRows(
  context: { catalog: Catalog } & Pulse,
  model: Model,
  { raw, rows }: { raw: Table; rows: Int32Array },
): Promise<Background> {
  const { faults } = await scoreMarked(context.catalog, model, takeRows(raw, rows), context)
  if (faults.size === 0) return { rows, warnings: [] }
  if (faults.size === rows.length) failOnFaults(faults)
  const unscored = unscoredOf(faults, rows.length, { rows: 'rows to compare with' })
  return {
    rows: rows.filter((_, at) => !faults.has(at)),
    warnings: unscored ? [`${unscored.cause} ${unscored.advice}`] : [],
  }
}
