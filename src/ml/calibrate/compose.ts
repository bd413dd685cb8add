import type { Composition, CompositionContext } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import { Mark, rowsMarked } from '@/values/dataset'
import type { Model, Weights } from '@/values/model'
import { innerFolds, type InnerFold } from '../ensemble/innerFolds'
import { checkLearners, keepModels, memberJob, trainMembers, type ComposedJob } from '../ensemble/members'
import { scoreOutOfFold } from '../ensemble/outOfFold'
import { needScored, scoreRows, type ScoredRows } from '../evaluate/scoredRows'
import { fitCalibrators } from './calibrators'
import { judgeReliability, type Judged } from './reliability'
import type { CalibrateParams, CalibrateWeights } from './types'

type Job = ComposedJob<CalibrateParams>
type Composed = Awaited<ReturnType<Composition<CalibrateParams>>>

/** @throws StepFailure with a cause a person can act on. */
export const composeCalibrated: Composition<CalibrateParams> = async (job, context) => {
  const { learner, rows, folds } = job.learner.params
  checkLearners([learner], context)
  if (rows === 'validation') return onValidation(job, context)
  return calibrateInFolds(job, innerFolds(job, folds), context)
}

/** Cross-fitting as scikit-learn's `CalibratedClassifierCV(cv=k)`, with `ensemble` true or false. */
export async function calibrateInFolds(
  job: Job,
  folds: readonly InnerFold[],
  context: CompositionContext,
): Promise<Composed> {
  const { learner, rows } = job.learner.params
  const [{ models, parts }] = await scoreOutOfFold(job, { learners: [learner], folds }, context)
  const judged = pool(parts)
  if (rows === 'one') {
    const [model] = await trainMembers([memberJob(job, learner, 'member')], context)
    return composed(job, { members: [model], calibrators: [fitOn(judged, job)], judged })
  }
  const used = parts.flatMap((part, i) => (part.rows.length > 0 ? [i] : []))
  return composed(job, {
    members: used.map((i) => models[i]),
    calibrators: used.map((i) => fitOn(pool([parts[i]]), job)),
    judged,
  })
}

/** Validation rows are cut into this many parts, to judge what the calibration does on rows it has not seen. */
const parts = 5

/** Rows that are divided anew, as cross-validation does, leave no job validation rows, marked or not. */
function failWithoutValidation({ dataset }: Job): never {
  const isDividedAnew = rowsMarked(dataset, Mark.validation).length > 0
  return failStep({
    kind: 'parameter',
    parameter: 'Rows to calibrate on',
    problem: isDividedAnew
      ? 'the rows are divided anew here (cross-validation, a search or another model around this one), so that the validation rows of the split are rows like all others'
      : 'no rows are marked for validation',
    advice: isDividedAnew
      ? 'Choose folds of the training rows, or judge the trained model with Hold-out evaluation.'
      : 'Keep a share for validation in the Split node, or choose folds of the training rows.',
  })
}

async function onValidation(job: Job, context: CompositionContext): Promise<Composed> {
  const { validationRows } = job
  if (!validationRows || validationRows.length === 0) failWithoutValidation(job)
  const alone = { ...job, validationRows: null }
  const [model] = await trainMembers([memberJob(alone, job.learner.params.learner, 'member')], context)
  const scored = needScored(await scoreRows(context, model, job.dataset, validationRows))
  const judged = pool([scored])
  judged.part.forEach((_, row) => (judged.part[row] = row % parts))
  return composed(job, { members: [model], calibrators: [fitOn(judged, job)], judged })
}

const fitOn = (judged: Judged, job: Job): Weights => fitCalibrators(judged, judged.truth, job.learner.params)

function pool(scored: readonly ScoredRows[]): Judged {
  const [{ width }] = scored
  const sizes = scored.map(({ rows }) => rows.length)
  return {
    rows: sizes.reduce((sum, size) => sum + size, 0),
    width,
    values: Float64Array.from(scored.flatMap(({ scores }) => [...scores])),
    truth: Float64Array.from(scored.flatMap(({ truth }) => [...truth])),
    part: Int32Array.from(sizes.flatMap((size, part) => new Array<number>(size).fill(part))),
  }
}

function composed(
  job: Job,
  { members, calibrators, judged }: { members: Model[]; calibrators: Weights[]; judged: Judged },
): Composed {
  const { method, scale } = job.learner.params
  const weights: CalibrateWeights = {
    method,
    scale,
    members: keepModels(members),
    calibrators: { ...calibrators } as unknown as Weights,
    reliability: judgeReliability(judged, { method, scale }),
  }
  return { members, weights, warnings: warningsOf(job, judged) }
}

const fewForIsotonic = 1000

function warningsOf({ learner }: Job, { rows, truth, width }: Judged): string[] {
  const said: string[] = []
  if (learner.params.method === 'isotonic' && rows < fewForIsotonic)
    said.push(
      `Isotonic calibration has only ${rows} rows to learn from, and tends to follow them too closely below about 1,000: Platt scaling is safer.`,
    )
  const lacking = Array.from({ length: width }, (_, code) => code).filter((code) => !truth.includes(code))
  if (lacking.length > 0)
    said.push('Some class has no row to calibrate on, so its probabilities are close to 0.')
  return said
}
