import type { LearnerFit, TrainingData } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import { FaultNotes } from '@/contract/faults'
import type { TrainJob } from '@/contract/run'
import type { FittedStep, Role } from '@/values/dataset'
import type { Model } from '@/values/model'
import { allRows, type Table } from '@/values/table'
import { failOnFaults } from '../faults'
import { unscoredOf } from '../evaluate/unscored'
import { categoriesOf, markedMatrix, takeMatrixRows, toMatrix, type FeatureCategories } from '../matrix'
import { applyRecipe, trainRecipe } from '../recipe'
import { effectiveRoles, type ResolvedTarget } from '../task'
import { describeColumns } from './describeColumns'
import { excerpt } from './excerpt'
import { leadersOf } from './leaders'
import type { TrainContext } from './types'

/** All that a model has beside its weights, and what its learner is fitted on. */
export interface Prepared {
  resolved: ResolvedTarget
  data: TrainingData
  steps: FittedStep[]
  roles: ReadonlyMap<string, Role>
  categories: FeatureCategories | null
  described: Pick<Model, 'contract' | 'baseline'>
  rows: number
  warnings: string[]
}

/**
 * Fits the recipe on an excerpt of the raw table that holds the job's rows and no others. Rows without a target value
 * are left out and reported.
 * @throws StepFailure when there is no feature, no row, or a value that cannot be learned from.
 */
export async function prepareJob(
  job: TrainJob,
  resolved: ResolvedTarget,
  fitter: LearnerFit,
  context: TrainContext,
): Promise<Prepared> {
  const { dataset } = job
  const roles = effectiveRoles(dataset)
  const training = await excerpt(dataset, resolved, job.rows, context)
  if (training.rows.length === 0) failStep({ kind: 'no-rows', what: 'training' })
  const input = { raw: training.raw, recipe: dataset.recipe, roles, seed: job.seed }
  const { steps, table, faults, origin } = await trainRecipe(context.catalog, input, context)
  if (faults.rows.size > 0) failOnFaults(faults.rows)
  if (table.rowCount === 0) failStep({ kind: 'no-rows', what: 'training after preparation' })
  await context.breathe()
  const features = featureNames(table, roles)
  const categories = fitter.native ? categoriesOf(table, features) : null
  const validation = await validationData(job, resolved, { features, steps, categories, context })
  const rowNumbers = origin.map((row) => training.rows[row])
  const leaders = leadersOf(rowNumbers)
  const data: TrainingData = {
    ...resolved,
    features,
    ...(categories ? { categories } : {}),
    x: await toMatrix(table, features, context, { rowNumbers, categories }),
    y: resolved.task === 'clustering' ? training.y : Float64Array.from(origin, (row) => training.y[row]),
    ...(leaders ? { leaders } : {}),
    validation: validation?.data ?? null,
    seed: job.seed,
  }
  await context.breathe()
  const described = await describeColumns(context, { raw: training.raw, roles, steps, features })
  const skipped = skippedWarning(resolved.target, job.rows.length - training.rows.length)
  const warnings = [...skipped, ...(validation?.warnings ?? [])]
  return { resolved, data, steps, roles, categories, described, rows: table.rowCount, warnings }
}

/** Prepared columns that a model learns from: those with the role feature. */
function featureNames(table: Table, roles: ReadonlyMap<string, Role>): string[] {
  const names = table.columns.map((column) => column.name)
  const features = names.filter((name) => (roles.get(name) ?? 'feature') === 'feature')
  return features.length > 0 ? features : failStep({ kind: 'no-features' })
}

interface Fitted {
  features: string[]
  steps: FittedStep[]
  categories: FeatureCategories | null
  context: TrainContext
}

interface Validation {
  data: TrainingData['validation']
  warnings: string[]
}

/** A row that cannot be scored does not take part. @throws StepFailure with its reason when that is so of all rows. */
async function validationData(
  job: TrainJob,
  resolved: ResolvedTarget,
  { features, steps, categories, context }: Fitted,
): Promise<Validation | null> {
  if (!job.validationRows || job.validationRows.length === 0) return null
  const { raw, rows, y } = await excerpt(job.dataset, resolved, job.validationRows, context)
  if (rows.length === 0) return null
  const notes = new FaultNotes()
  const prepared = await applyRecipe(context.catalog, raw, steps, { pulse: context, faults: notes })
  const x = await markedMatrix(prepared, features, context, { faults: notes, categories })
  const faults = notes.rows
  if (faults.size === 0) return { data: { x, y }, warnings: [] }
  if (faults.size === rows.length) failOnFaults(faults)
  const kept = allRows(rows.length).filter((row) => !faults.has(row))
  const unscored = unscoredOf(faults, rows.length, { rows: 'validation rows', from: 'validation' })
  return {
    data: { x: takeMatrixRows(x, kept), y: Float64Array.from(kept, (row) => y[row]) },
    warnings: unscored ? [`${unscored.cause} ${unscored.advice}`] : [],
  }
}

function skippedWarning(target: string, count: number): string[] {
  if (count === 0) return []
  return [
    `${count} ${count === 1 ? 'row was' : 'rows were'} not trained on: the target “${target}” is missing there.`,
  ]
}
