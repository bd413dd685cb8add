import type { CompositionContext, LearnerFit } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { TrainJob } from '@/contract/run'
import type { Model, Weights } from '@/values/model'
import type { Task } from '@/values/objective'
import { modelFingerprint } from '../fingerprint'
import { noTarget, resolveTarget } from '../task'
import { composeModel } from './compose'
import { mergeParts, partJobs } from './parts'
import { prepareJob, type Prepared } from './prepare'
import { partIsDone, samePreparation } from './samePreparation'
import type { TrainContext } from './types'

/**
 * Trains one model: fits the recipe on the job's rows alone, then the learner on what comes out. A learner that learns
 * in parts is trained part by part, which gives the same model as parts trained elsewhere and merged.
 * @throws StepFailure when there is no target, no feature, no row, or a value that cannot be learned from.
 */
export async function trainModel(job: TrainJob, context: TrainContext): Promise<Model> {
  const fitter = context.catalog.learner(job.learner.type)
  const parts = partJobs(job, fitter)
  if (parts.length > 1) {
    const models: Model[] = []
    for (const part of parts) models.push(await trainModel(part, context))
    return mergeParts(models, fitter)
  }
  const resolved = fitter.tasks.includes('clustering') ? noTarget : resolveTarget(job.dataset)
  checkTask(fitter, resolved.task)
  if (fitter.compose) {
    const trainAll: CompositionContext['trainAll'] = (jobs, onDone) => trainInTurn(jobs, context, onDone)
    return composeModel(job, resolved, fitter.compose, { trainAll, ...context })
  }
  const prepare = () => prepareJob(job, resolved, fitter, context)
  const prepared = await (job.part ? samePreparation(job, prepare) : prepare())
  const data = job.part ? { ...prepared.data, part: job.part } : prepared.data
  const fitted = await fitter.fit(data, job.learner.params, context).finally(job.part && partIsDone)
  return toModel(job, prepared, fitted, context.backend)
}

/** All models, one after the other in this thread. */
export async function trainInTurn(
  jobs: TrainJob[],
  context: TrainContext,
  onDone?: (finished: number) => void,
): Promise<Model[]> {
  const models: Model[] = []
  for (const job of jobs) {
    models.push(await trainModel(job, context))
    onDone?.(models.length)
  }
  return models
}

function toModel(
  job: TrainJob,
  { resolved, data, steps, roles, categories, described, rows, warnings }: Prepared,
  fitted: { weights: Weights; warnings: string[]; classes?: string[] },
  backend: string,
): Model {
  const content = {
    ...resolved,
    ...(fitted.classes ? { classes: fitted.classes } : {}),
    learner: job.learner,
    recipe: steps,
    features: data.features,
    ...(categories ? { categories } : {}),
    weights: fitted.weights,
    threshold: 0.5,
  }
  return {
    ...content,
    ...described,
    fingerprint: modelFingerprint(content),
    roles: [...roles],
    training: { rows, seed: job.seed, backend, warnings: [...warnings, ...fitted.warnings] },
  }
}

const taskNames: Record<Task, string> = {
  binary: 'two classes',
  multiclass: 'several classes',
  regression: 'regression',
  clustering: 'clustering',
}

function checkTask(learner: LearnerFit, task: Task): void {
  if (learner.tasks.includes(task)) return
  failStep({
    kind: 'wrong-task',
    task: taskNames[task],
    needed: learner.tasks.map((each) => taskNames[each]).join(' or '),
  })
}
