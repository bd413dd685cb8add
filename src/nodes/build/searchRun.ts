import { hashSeed } from '@/base/hash'
import { formatMetric } from '@/base/format'
import type { JsonObject } from '@/base/json'
import { StepFailure } from '@/contract/errors'
import type { RunContext, Warning } from '@/contract/run'
import { foldDataset, type Folding } from '@/ml/evaluate/folding'
import { foldWarnings } from '@/ml/evaluate/foldWarnings'
import { primaryMetric } from '@/ml/evaluate/judge'
import { costsOf } from '@/ml/evaluate/summarise'
import { judgeTrials, type Bench } from '@/ml/tune/judgeTrials'
import { nest, type Nested, type NestedOutcome } from '@/ml/tune/nested'
import {
  toRow,
  type Ended,
  type SearchedLearner,
  type SearchPicture,
  type SearchPreview,
} from '@/ml/tune/preview'
import { search } from '@/ml/tune/search'
import type { Dimension } from '@/ml/tune/space'
import type { Strategy } from '@/ml/tune/strategies'
import { bestTrial, type Candidate, type Trial } from '@/ml/tune/trial'
import { reasonOf } from '@/ml/train/failure'
import type { Dataset } from '@/values/dataset'
import { metricInfo } from '@/values/metrics'
import type { Learner } from '@/values/model'
import { trainJob } from './learnerRun'
import { nestedWarning, searchWarnings } from './searchWarnings'
import { trainAsked } from './trainAsked'

/** A learner that takes part in a search. */
export interface Contender {
  learner: Learner
  /** Its data, which may have a recipe of their own. */
  dataset: Dataset
  dimensions: Dimension[]
  /** Settings that are tried first. */
  first: JsonObject | null
  shown: SearchedLearner
}

export interface SearchWishes {
  contenders: Contender[]
  strategy: Strategy
  steps: number
  trials: number
  /** Null where the number of trials alone ends it. */
  seconds: number | null
  folds: number
  stratified: boolean
  /** Null without nested cross-validation. */
  outerFolds: number | null
  seed: number
  leftOut: string[]
}

interface Searching extends SearchWishes {
  metric: string
  direction: 'higher' | 'lower'
  sign: number
}

/**
 * Searches, trains the winner on all training rows, and shows the trials.
 * @throws StepFailure with the reason of the first trial when all have failed.
 */
export async function runSearch(wishes: SearchWishes, data: Dataset, context: RunContext) {
  const bench = benchFor(data, wishes, { context, name: 'folds' })
  const direction = metricInfo(bench.metric)?.direction ?? 'higher'
  const plan: Searching = { ...wishes, metric: bench.metric, direction, sign: direction === 'lower' ? -1 : 1 }
  const parts = wishes.outerFolds === null ? 1 : wishes.outerFolds + 1
  const { trials, ended } = await searchOn(bench, plan, { context, part: 0, parts })
  const best = bestTrial(trials, plan.sign)
  if (!best) throw new StepFailure(trials[0]?.error ?? { kind: 'no-rows', what: 'a search' })
  const { nested, reason } = wishes.outerFolds === null ? notNested : await nestedOf(bench, plan, context)
  const { learner, dataset } = winnerOf(best, plan, { data, node: context.node })
  context.progress({ share: null, message: 'Training the winner on all training rows' })
  const job = trainJob(dataset, learner, hashSeed(context.seed, context.node, 'train'))
  const model = await trainAsked(job, context)
  const preview: SearchPreview = {
    ...pictureOf(plan, trials),
    ...factsOf(bench.folding),
    best: best.number,
    winner: learner.params,
    folds: wishes.folds,
    trainingRows: model.training.rows,
    ended,
    nested,
    leftOut: wishes.leftOut,
  }
  const said = [...searchWarnings(preview), ...nestedWarning(nested, reason), ...model.training.warnings]
  const warnings: Warning[] = [
    ...(await foldWarnings(data, bench.folding, context)).map((text) => ({ text, port: 'data' })),
    ...said.map((text) => ({ text })),
  ]
  return {
    outputs: { model: { kind: 'model' as const, model, dataset }, learner },
    preview,
    figure: `${metricInfo(bench.metric)?.title ?? bench.metric} ${formatMetric(best.score ?? NaN)}`,
    metrics: { [bench.metric]: best.score ?? NaN, trials: trials.length, ...nestedMetrics(nested) },
    warnings,
  }
}

const nestedMetrics = (nested: Nested | null): Record<string, number> =>
  nested ? { nested: nested.found, optimism: Math.abs(nested.promised - nested.found) } : {}

function factsOf({ resolved, dealing, rows, keptForTest }: Folding) {
  return { task: resolved.task, target: resolved.target, dealing, rows: rows.length, keptForTest }
}

function benchFor(
  dataset: Dataset,
  { folds, stratified }: SearchWishes,
  { context, name }: { context: RunContext; name: string },
): Bench {
  const seed = hashSeed(context.seed, context.node, name)
  const folding = foldDataset(dataset, { folds, repeats: 1, stratified, seed })
  const { task, positiveClass } = folding.resolved
  const costs = costsOf(dataset.objective)
  const judging = { task, positiveClass, threshold: 0.5, seed: context.seed, ...costs }
  return { dataset, folding, judging, metric: primaryMetric(dataset.objective, task) }
}

interface Place {
  context: RunContext
  /** Which of how many searches this is. */
  part: number
  parts: number
  name?: string
}

async function searchOn(
  bench: Bench,
  plan: Searching,
  { context, part, parts, name }: Place,
): Promise<{ trials: Trial[]; ended: Ended }> {
  const start = performance.now()
  const allowed = plan.seconds === null ? Infinity : (plan.seconds * 1000) / parts
  const inTime = () => Math.min(1, (performance.now() - start) / allowed)
  const variants = new Map([[bench.dataset.recipe, bench.dataset]])
  const judge = (candidates: Candidate[], done: readonly Trial[]) => {
    const tell = (finished: number, live?: JsonObject) => {
      const here = allowed < Infinity ? inTime() : Math.min(1, (done.length + finished) / plan.trials)
      const number = Math.min(Math.floor(done.length + finished) + 1, done.length + candidates.length)
      const message = `${name ? `${name}: ` : ''}Trial ${number}${bestSoFar(done, plan)}`
      context.progress({ share: (0.98 * (part + here)) / parts, message, ...(live ? { live } : {}) })
    }
    tell(0, { ...pictureOf(plan, done) } as unknown as JsonObject)
    const tried = candidates.map(({ learner, values, share }) => {
      const { learner: own, dataset } = plan.contenders[learner]
      return { learner: withValues(own, values), dataset: datasetFor(dataset.recipe, variants, bench), share }
    })
    return judgeTrials(tried, bench, context, (finished, of) => tell((candidates.length * finished) / of))
  }
  const isOver = () => performance.now() - start > allowed
  const learners = plan.contenders.map(({ dimensions, first }) => ({ dimensions, first }))
  const { strategy, steps, trials: most, sign, seed } = plan
  const trials = await search({ learners, strategy, steps, trials: most, sign, seed, isOver, judge })
  const ended = isOver() ? 'time' : trials.length < most && strategy !== 'halving' ? 'space' : 'trials'
  return { trials, ended }
}

function bestSoFar(trials: readonly Trial[], { sign, metric }: Searching): string {
  const best = bestTrial(trials, sign)
  return best ? `, best ${metricInfo(metric)?.title ?? metric} ${formatMetric(best.score ?? NaN)}` : ''
}

/** The rows of the bench under another recipe; one object for each, as data travel to the workers by identity. */
function datasetFor(
  recipe: Dataset['recipe'],
  variants: Map<Dataset['recipe'], Dataset>,
  bench: Bench,
): Dataset {
  const dataset = variants.get(recipe) ?? { ...bench.dataset, recipe }
  variants.set(recipe, dataset)
  return dataset
}

const withValues = (learner: Learner, values: JsonObject): Learner => ({
  ...learner,
  params: { ...learner.params, ...values },
})

/** The winner bears the name of the search: the learner that was wired may stand beside it in an evaluation. */
function winnerOf(
  { learner, values }: Trial,
  { contenders }: SearchWishes,
  { data, node }: { data: Dataset; node: string },
): { learner: Learner; dataset: Dataset } {
  const contender = contenders[learner]
  return {
    learner: { ...withValues(contender.learner, values), node },
    dataset: contender.dataset.recipe === data.recipe ? data : { ...data, recipe: contender.dataset.recipe },
  }
}

const notNested: NestedOutcome = { nested: null, reason: null }

/** The search itself has ended well: why it could not be nested is no more than a warning. */
async function nestedOf(bench: Bench, plan: Searching, context: RunContext): Promise<NestedOutcome> {
  const folds = plan.outerFolds ?? 2
  let part = 0
  const nesting = nest(
    bench,
    { folds, stratified: plan.stratified },
    async (dataset, name) => {
      const inner = benchFor(dataset, plan, { context, name })
      part++
      const { trials } = await searchOn(inner, plan, { context, part, parts: folds + 1, name })
      const best = bestTrial(trials, plan.sign)
      if (!best) return null
      return { ...winnerOf(best, plan, { data: dataset, node: context.node }), score: best.score! }
    },
    context,
  )
  return nesting.catch((error: unknown) => ({ nested: null, reason: reasonOf(error) }))
}

const pictureOf = (
  { metric, direction, contenders }: Searching,
  trials: readonly Trial[],
): SearchPicture => ({
  metric,
  direction,
  learners: contenders.map(({ shown }) => shown),
  trials: trials.map(toRow),
})
