import { hashSeed } from '@/base/hash'
import { defineRun, type RunContext } from '@/contract/run'
import { drawnRows } from '@/ml/evaluate/drawnRows'
import { evaluateScores, type Judging } from '@/ml/evaluate/evaluateScores'
import type { ModelResult } from '@/ml/evaluate/preview'
import { figureOf, oddities, recordOf } from '@/ml/evaluate/record'
import { needScored, scoreRows, type ScoredRows } from '@/ml/evaluate/scoredRows'
import { costsOf, summarise, toEvaluation } from '@/ml/evaluate/summarise'
import { checkComparable, differentRows, testRowsFor, type TestRows } from '@/ml/evaluate/testRows'
import { unscoredOf } from '@/ml/evaluate/unscored'
import { intervalsSentence } from '@/ml/metrics/intervals'
import type { Dataset } from '@/values/dataset'
import type { Predictions } from '@/values/evaluation'
import type { Model, ModelValue } from '@/values/model'
import type { Objective } from '@/values/objective'
import definition from './definition'
import type { HoldoutPreview } from './preview'

const usualThreshold = 0.5

/** One model with the rows that it was judged on. */
interface Judged {
  model: Model
  test: TestRows
  scored: ScoredRows
  result: ModelResult
}

export default defineRun(definition, async ({ params, inputs, context }) => {
  checkComparable(inputs.models)
  const { task, target, classes, positiveClass } = inputs.models[0].model
  const objective = objectiveOf(inputs.models, inputs.data)
  const seed = hashSeed(context.seed, context.node, 'intervals')
  const judging = { task, positiveClass, threshold: params.threshold, seed, ...costsOf(objective) }
  const judged = await judgeAll(inputs.models, inputs.data, judging, context)
  const results = judged.map(({ result }) => result)
  const found = summarise(results, judging, objective)
  const best = judged.find(({ result }) => result.node === found.best) ?? judged[0]
  const summary = { ...found, threshold: found.threshold === null ? null : thresholdOf(best.model, judging) }
  const preview: HoldoutPreview = {
    kind: 'holdout',
    ...summary,
    target,
    classes,
    source: inputs.data ? 'test-data' : 'test-rows',
    intervals: intervalsSentence,
  }
  return {
    outputs: { evaluation: toEvaluation(summary, 'holdout', objective), predictions: predictionsOf(best) },
    preview,
    figure: figureOf(best.result, summary.primary),
    metrics: recordOf(results, best.result),
    warnings: warningsOf(judged, summary.primary).map((text) => ({ text })),
  }
})

async function judgeAll(
  values: ModelValue[],
  separate: Dataset | undefined,
  judging: Judging,
  context: RunContext,
): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const [index, value] of values.entries()) {
    context.progress({
      share: index / values.length,
      message: `Judging model ${index + 1} of ${values.length}`,
    })
    const { model } = value
    const test = testRowsFor(value, separate)
    const scored = needScored(await scoreRows(context, model, test.dataset, test.rows))
    const from = { node: model.learner.node, learner: model.learner.type }
    const own = { ...judging, threshold: thresholdOf(model, judging) }
    const found = await evaluateScores(from, scored, own, context)
    const result = { ...found, drawn: drawnRows(test.dataset.raw, scored, own) }
    const of = scored.rows.length + scored.faults.size
    const unscored = unscoredOf(scored.faults, of, {
      rows: separate ? 'rows of the test data' : 'test rows',
    })
    judged.push({ model, test, scored, result: unscored ? { ...result, unscored } : result })
  }
  return judged
}

/** A model that brings a decision threshold is judged at it, unless another one is asked for here. */
const thresholdOf = (model: Model, { threshold }: Pick<Judging, 'threshold'>): number =>
  threshold === usualThreshold ? model.threshold : threshold

/** The first objective that is wired to the data of a model, or to the test data. */
function objectiveOf(values: ModelValue[], separate: Dataset | undefined): Objective | null {
  const found = values.find(({ dataset }) => dataset.objective !== null)
  return found?.dataset.objective ?? separate?.objective ?? null
}

function predictionsOf({ model, scored }: Judged): Predictions {
  const { rows, truth, scores } = scored
  const { fingerprint, classes } = model
  return { kind: 'predictions', model: model.learner.node, fingerprint, classes, rows, truth, scores }
}

function warningsOf(judged: Judged[], primary: string): string[] {
  const tests = judged.map(({ test }) => test)
  const unlabelled = Math.max(...judged.map(({ scored }) => scored.unlabelled))
  const unknown = new Set(judged.flatMap(({ scored, model }) => scored.classes.slice(model.classes.length)))
  const said = [
    ...tests.flatMap(({ warnings }) => warnings),
    ...oddities(
      judged.map(({ result }) => result),
      primary,
    ),
  ]
  if (differentRows(tests))
    said.push('The models were judged on different test rows, so compare their figures with care.')
  if (unlabelled > 0)
    said.push(
      `${unlabelled} ${unlabelled === 1 ? 'row' : 'rows'} without a value in the target were left out.`,
    )
  if (unknown.size > 0) {
    said.push(
      `The test data have classes that training never saw, counted as errors: ${[...unknown].slice(0, 5).join(', ')}.`,
    )
  }
  return [...new Set(said)]
}
