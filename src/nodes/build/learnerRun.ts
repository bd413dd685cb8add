import type { z } from 'zod'
import type { JsonObject } from '@/base/json'
import { hashSeed } from '@/base/hash'
import { failStep } from '@/contract/errors'
import type { NodeDefinition } from '@/contract/node'
import { defineRun, type AnyRun, type RunContext, type TrainJob, type Warning } from '@/contract/run'
import { Mark, rowsMarked, type Dataset } from '@/values/dataset'
import type { Learner, Model } from '@/values/model'
import type { Task } from '@/values/objective'
import { allRows } from '@/values/table'
import { trainAsked } from './trainAsked'

export type BuildDefinition = NodeDefinition<
  z.ZodObject,
  { data: 'dataset' },
  { model: 'model'; learner: 'learner' }
>

/** What every build view can show; each type adds its own picture. */
export interface BuildPreview {
  task: Task
  target: string
  /** At most 50 names. */
  classes: string[]
  classCount: number
  features: number
  trainingRows: number
  validationRows: number
}

/** What a build type makes of its trained model. */
export interface Picture<V> {
  preview: V
  /** The key figure on the card. */
  figure: string
  metrics?: Record<string, number>
}

const mostClasses = 50

/** The run that all build types share: trains on the rows marked for training and gives the model and its learner. */
export function defineBuildRun<V extends object>(
  definition: BuildDefinition,
  picture: (model: Model) => Picture<V>,
): AnyRun {
  return defineRun(definition, ({ params, inputs, context }) =>
    trainedOutcome(learnerOf(definition, context.node, params as JsonObject), inputs.data, {
      context,
      picture,
    }),
  )
}

/** For types whose learner carries more than parameters, e.g. the learners that are wired to it. */
export async function trainedOutcome<V extends object>(
  learner: Learner,
  data: Dataset,
  { context, picture }: { context: RunContext; picture: (model: Model) => Picture<V> },
) {
  const job = trainJob(data, learner, hashSeed(context.seed, context.node, 'train'))
  const model = await trainAsked(job, context)
  const own = picture(model)
  return {
    outputs: { model: { kind: 'model' as const, model, dataset: data }, learner },
    preview: { ...sharedPreview(model, data), ...own.preview },
    figure: own.figure,
    metrics: own.metrics,
    warnings: warningsOf(model, data),
  }
}

/** The untrained form of a build node. */
export function learnerOf(
  definition: Pick<BuildDefinition, 'type' | 'version'>,
  node: string,
  params: JsonObject,
): Learner {
  return { kind: 'learner', node, type: definition.type, version: definition.version, params }
}

/** Training on the rows that are marked for it, or on all where none are. @throws StepFailure no-rows. */
export function trainJob(dataset: Dataset, learner: Learner, seed: number): TrainJob {
  const rows = dataset.marks ? rowsMarked(dataset, Mark.train) : allRows(dataset.raw.rowCount)
  if (rows.length === 0) failStep({ kind: 'no-rows', what: 'training' })
  const validationRows = rowsMarked(dataset, Mark.validation)
  return { dataset, learner, rows, validationRows: validationRows.length > 0 ? validationRows : null, seed }
}

function sharedPreview(model: Model, data: Dataset): BuildPreview {
  return {
    task: model.task,
    target: model.target,
    classes: model.classes.slice(0, mostClasses),
    classCount: model.classes.length,
    features: model.features.length,
    trainingRows: model.training.rows,
    validationRows: rowsMarked(data, Mark.validation).length,
  }
}

function warningsOf(model: Model, data: Dataset): Warning[] {
  const own = model.training.warnings.map((text) => ({ text }))
  if (data.marks) return own
  const unsplit =
    'The data are not split, so the model was trained on all rows: figures on these rows will look better than they are. Add a Split node.'
  return [{ text: unsplit, port: 'data' }, ...own]
}
