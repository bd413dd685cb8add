import { failStep } from '@/contract/errors'
import { FaultNotes } from '@/contract/faults'
import type { TrainJob } from '@/contract/run'
import type { Model, Weights } from '@/values/model'
import { findColumn } from '@/values/table'
import { modelFingerprint } from '../fingerprint'
import { failUnknown } from '../matrix'
import { applyRecipe, trainRecipe } from '../recipe'
import { effectiveRoles, type ResolvedTarget } from '../task'
import { describeColumns } from './describeColumns'
import { excerpt } from './excerpt'
import type { TrainContext } from './types'

/** Weights that were learned elsewhere, and the prepared columns that are their inputs; null for all features. */
export interface Adopted {
  weights: Weights
  features: readonly string[] | null
  warnings: string[]
}

/**
 * A model of foreign weights: the recipe is fitted on the job's rows as in training, and the weights stay as they are.
 * @throws StepFailure when there is no row, or a feature that the prepared data do not have.
 */
export async function adoptModel(
  job: TrainJob,
  resolved: ResolvedTarget,
  { weights, features: wanted, warnings }: Adopted,
  context: TrainContext,
): Promise<Model> {
  const roles = effectiveRoles(job.dataset)
  const { raw, rows } = await excerpt(job.dataset, resolved, job.rows, context)
  if (rows.length === 0) failStep({ kind: 'no-rows', what: 'the preparation of the model' })
  const input = { raw, recipe: job.dataset.recipe, roles, seed: job.seed }
  const { steps } = await trainRecipe(context.catalog, input, context)
  const faults = new FaultNotes()
  const table = await applyRecipe(context.catalog, raw, steps, { pulse: context, faults })
  const names = table.columns.map(({ name }) => name)
  const features = wanted ? [...wanted] : names.filter((name) => (roles.get(name) ?? 'feature') === 'feature')
  for (const name of features) if (!findColumn(table, name)) failUnknown(name, table)
  const described = await describeColumns(context, { raw, roles, steps, features })
  const content = { ...resolved, learner: job.learner, recipe: steps, features, weights, threshold: 0.5 }
  return {
    ...content,
    ...described,
    fingerprint: modelFingerprint(content),
    roles: [...roles],
    training: { rows: rows.length, seed: job.seed, backend: context.backend, warnings },
  }
}
