import { beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '@/base/json'
import { StepFailure, type StepError } from '@/contract/errors'
import { foldDataset } from '@/ml/evaluate/folding'
import { judgeTrials } from '@/ml/tune/judgeTrials'
import type { SearchPreview } from '@/ml/tune/preview'
import { startTestBackend } from '@/ml/tensor/testing'
import { Mark, type Dataset } from '@/values/dataset'
import type { Learner, ModelValue } from '@/values/model'
import {
  datasetOf,
  learnerOf,
  numbers,
  objectiveFor,
  paramsOf,
  runNode,
  testContext,
  testFrom,
  words,
} from '../../evaluate/testing'
import definition from './definition'
import run from './run'
import reference from './tune.reference.json'

beforeAll(startTestBackend)

const rows = reference.y.length
const columns = [
  ...reference.x.map((values, i) => numbers(`x${i}`, values)),
  words(
    'y',
    reference.y.map((value) => (value === 1 ? 'yes' : 'no')),
  ),
]
const scaled: Dataset = datasetOf(columns, {
  recipe: [{ node: 'scale', type: 'prepare/scale', params: paramsOf('prepare/scale') }],
  objective: objectiveFor('binary', { positiveClass: 'yes' }),
})
const tree = learnerOf('build/decision-tree', {}, 'tree')

type Tuned = { outputs: { model: ModelValue; learner: Learner }; preview: SearchPreview }

const tune = (params: JsonObject, learners: Learner[] = [tree], data = scaled, context = testContext()) =>
  runNode<SearchPreview>([definition, run], { data, learners }, params, context) as unknown as Promise<
    Tuned & Awaited<ReturnType<typeof runNode>>
  >

const depths = { type: tree.type, param: 'maxDepth', from: 1, to: 3, log: false }
const leaves = { type: tree.type, param: 'minSamplesLeaf', from: 10, to: 30, log: false }

describe('on the same folds the scores equal those of scikit-learn’s GridSearchCV', () => {
  const folding = {
    ...foldDataset(scaled, { folds: 5, repeats: 1, stratified: true, seed: 1 }),
    folds: [0, 1, 2, 3, 4].map((fold) => {
      const all = Int32Array.from({ length: rows }, (_, row) => row)
      const train = all.filter((row) => row % 5 !== fold)
      return { repeat: 1, fold: fold + 1, train, test: all.filter((row) => row % 5 === fold) }
    }),
  }
  const judging = {
    task: 'binary' as const,
    positiveClass: 'yes',
    threshold: 0.5,
    costFalsePositive: 1,
    costFalseNegative: 1,
    seed: 1,
  }
  const scoresOf = async (learners: Learner[]) => {
    const bench = { dataset: scaled, folding, judging, metric: 'rocAuc' }
    const tried = learners.map((learner) => ({ learner, share: 1 }))
    return (await judgeTrials(tried, bench, testContext(), () => undefined)).map(({ score }) => score!)
  }

  it('for logistic regression', async () => {
    const { scores, best } = reference.logistic
    const found = await scoresOf(scores.map(({ C }) => learnerOf('build/logistic-regression', { c: C })))
    found.forEach((score, i) => expect(score).toBeCloseTo(scores[i].score, 6))
    expect(scores[found.indexOf(Math.max(...found))].C).toBe(best.C)
  })

  it('for a decision tree', async () => {
    const { scores, best } = reference.tree
    const found = await scoresOf(
      scores.map((one) =>
        learnerOf(tree.type, { maxDepth: one.max_depth, minSamplesLeaf: one.min_samples_leaf }),
      ),
    )
    found.forEach((score, i) => expect(score).toBeCloseTo(scores[i].score, 6))
    const winner = scores[found.indexOf(Math.max(...found))]
    expect([winner.max_depth, winner.min_samples_leaf]).toEqual([best.max_depth, best.min_samples_leaf])
  })
})

it('a grid tries every combination, and its winner is trained on all training rows', async () => {
  const marks = testFrom(100, rows)
  const { preview, outputs } = await tune({ strategy: 'grid', steps: 3, space: [depths, leaves] }, [tree], {
    ...scaled,
    marks,
  })
  expect(preview.trials.map(({ values }) => [values.maxDepth, values.minSamplesLeaf])).toEqual(
    [1, 2, 3].flatMap((depth) => [10, 20, 30].map((leaf) => [depth, leaf])),
  )
  const best = preview.trials.find(({ number }) => number === preview.best)!
  expect(best.score).toBe(Math.max(...preview.trials.map(({ score }) => score!)))
  expect(outputs.learner).toMatchObject({ node: 'n1', type: tree.type, params: best.values })
  expect(outputs.model.model.training.rows).toBe(100)
  expect([preview.rows, preview.keptForTest]).toEqual([100, rows - 100])
})

it('without a choice it searches what usually matters, the settings of the learner first', async () => {
  const { preview } = await tune({ trials: 6 })
  expect(preview.learners[0].axes.map(({ param }) => param)).toEqual(
    expect.arrayContaining(['maxDepth', 'minSamplesLeaf', 'criterion']),
  )
  expect(preview.trials[0].values).toMatchObject({ maxDepth: 5, minSamplesLeaf: 1, criterion: 'gini' })
  expect(preview.trials.length).toBe(6)
})

it('several learners take turns, each in its own space', async () => {
  const logistic = learnerOf('build/logistic-regression', {}, 'logistic')
  const { preview } = await tune({ strategy: 'random', trials: 6 }, [tree, logistic])
  expect(preview.trials.map(({ learner }) => learner)).toEqual([0, 1, 0, 1, 0, 1])
  expect(Object.keys(preview.trials[1].values)).toEqual(['c'])
})

it('gives the same result again, whatever order the models are finished in', async () => {
  const plain = await tune({ trials: 14 })
  const context = testContext()
  const backwards = {
    ...context,
    trainEach: async (jobs: Parameters<typeof context.trainEach>[0]) =>
      (await context.trainEach(jobs.toReversed())).toReversed(),
  }
  const again = await tune({ trials: 14 }, [tree], scaled, backwards)
  expect(again.preview).toEqual(plain.preview)
  expect(again.outputs.model.model.fingerprint).toBe(plain.outputs.model.model.fingerprint)
})

it('successive halving gives the best third three times as many rows, and only the last round decides', async () => {
  const { preview } = await tune({ strategy: 'halving', trials: 9, space: [depths, leaves] })
  expect(preview.trials.map(({ share }) => Math.round(share * 9))).toEqual([
    ...Array<number>(9).fill(1),
    ...Array<number>(3).fill(3),
    9,
  ])
  expect(preview.best).toBe(13)
})

it('a trial that fails is a row with its reason, and the others go on', async () => {
  const context = testContext()
  const trainEach: typeof context.trainEach = async (jobs) => {
    const models = await context.trainEach(jobs)
    const error = { kind: 'diverged', what: 'The training', advice: 'Lower it.' } as const
    return models.map((model, i) => (jobs[i].learner.params.maxDepth === 2 ? { error } : model))
  }
  const params = { strategy: 'grid', steps: 3, space: [depths] }
  const { preview, warnings } = await tune(params, [tree], scaled, { ...context, trainEach })
  expect(preview.trials.map(({ score }) => score === null)).toEqual([false, true, false])
  expect(preview.trials[1].error).toContain('did not settle')
  expect(preview.best).not.toBe(2)
  expect(warnings?.map(({ text }) => text).join(' ')).toContain('1 trial of 3 failed')
})

it('when every trial fails it names the reason of the first', async () => {
  const wrong = learnerOf('build/linear-regression', {}, 'line')
  await expect(tune({ trials: 3 }, [wrong])).rejects.toMatchObject({ reason: { kind: 'wrong-task' } })
})

it('is cancelled with the run', async () => {
  const context = testContext()
  let batches = 0
  const trainEach: typeof context.trainEach = (jobs) =>
    ++batches > 1 ? Promise.reject(new StepFailure({ kind: 'cancelled' })) : context.trainEach(jobs)
  const going = tune({ trials: 20 }, [tree], scaled, { ...context, trainEach })
  await expect(going).rejects.toMatchObject({ reason: { kind: 'cancelled' } })
  expect(batches).toBe(2)
})

it('shows the trials so far while it goes on', async () => {
  const context = testContext()
  const seen: number[] = []
  const progress: typeof context.progress = ({ live }) => {
    if (live) seen.push((live as unknown as SearchPreview).trials.length)
  }
  await tune({ strategy: 'random', trials: 10 }, [tree], scaled, { ...context, progress })
  expect(seen).toEqual([0, 4, 8])
})

it('nested cross-validation searches without the outer rows, and shows what the best score promised too much', async () => {
  // Nothing can be learned here: whatever the search promises above one half is luck.
  const noise = datasetOf(
    [
      ...columns.slice(0, 3),
      words(
        'y',
        reference.y.map((_, i) => (i % 2 ? 'yes' : 'no')),
      ),
    ],
    {
      objective: objectiveFor('binary', { positiveClass: 'yes' }),
    },
  )
  const context = testContext()
  const marked: number[] = []
  const trainEach: typeof context.trainEach = (jobs) => {
    const { dataset, rows: own } = jobs[0]
    if (dataset.marks) marked.push(own.filter((row) => dataset.marks![row] === Mark.test).length)
    return context.trainEach(jobs)
  }
  const { preview } = await tune({ trials: 15, nested: true }, [tree], noise, { ...context, trainEach })
  expect(preview.nested?.folds.length).toBe(3)
  expect(preview.nested!.promised).toBeGreaterThan(preview.nested!.found)
  expect(marked.length).toBeGreaterThan(0)
})

it('a search that has ended well is kept where the outer folds fail', async () => {
  const context = testContext()
  const error: StepError = { kind: 'diverged', what: 'The winner', advice: 'Try again.' }
  // Trials come in several jobs; a winner is trained alone.
  const trainEach: typeof context.trainEach = (jobs) =>
    jobs.length === 1 ? Promise.resolve([{ error }]) : context.trainEach(jobs)
  const { preview, warnings } = await tune({ trials: 4, nested: true }, [tree], scaled, {
    ...context,
    trainEach,
  })
  expect(preview.trials).toHaveLength(4)
  expect(preview.nested).toBeNull()
  expect(warnings?.map(({ text }) => text).join(' ')).toContain('All outer folds failed')
})

it('a range upside down, and a grid that is too large, are named errors', async () => {
  const upside = { ...depths, from: 5, to: 2 }
  await expect(tune({ space: [upside] })).rejects.toMatchObject({ reason: { kind: 'parameter' } })
  const wide = {
    strategy: 'grid',
    steps: 50,
    space: [
      { ...depths, to: 60 },
      { ...leaves, to: 900 },
    ],
  }
  await expect(tune(wide)).rejects.toMatchObject({ reason: { problem: expect.stringContaining('2500') } })
})
