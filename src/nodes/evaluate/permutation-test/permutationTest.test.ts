import { beforeAll, describe, expect, it } from 'vitest'
import { makeRandom } from '@/base/random'
import { StepFailure } from '@/contract/errors'
import { findUnsafe } from '@/engine/jsonSafe'
import { permutationScores, pValueOf, shuffledOrder } from '@/ml/evaluate/permutationTest'
import { startTestBackend } from '@/ml/tensor/testing'
import { allRows } from '@/values/table'
import { datasetOf, learnerOf, numbers, objectiveFor, runNode, testContext, words } from '../testing'
import { chanceBins } from './bins'
import definition from './definition'
import reference from './permutationTest.reference.json'
import type { PermutationTestPreview } from './preview'
import run from './run'
import { verdictOf } from './words'

beforeAll(startTestBackend)

const { x, y, folds, groups } = reference
const data = datasetOf([...x.map((values, i) => numbers(`x${i}`, values)), numbers('y', y)], {
  objective: objectiveFor('regression'),
})
const linear = learnerOf('build/linear-regression', {}, 'line')
const judging = {
  task: 'regression' as const,
  positiveClass: null,
  threshold: 0.5,
  costFalsePositive: 1,
  costFalseNegative: 1,
  seed: 1,
}

const random = makeRandom(4)
const noise = Array.from({ length: 60 }, () => random.normal())
const other = Array.from({ length: 60 }, () => random.normal())
const classesOf = (values: number[]) =>
  words(
    'y',
    values.map((value) => (value > 0 ? 'yes' : 'no')),
  )
const objective = objectiveFor('binary', { positiveClass: 'yes', metric: 'accuracy' })
const telling = datasetOf([numbers('x', noise), classesOf(noise)], { objective })
const silent = datasetOf([numbers('x', noise), classesOf(other)], { objective })
const logit = learnerOf('build/logistic-regression', {}, 'logit')
const test = (on = telling, params = {}, context = testContext()) =>
  runNode<PermutationTestPreview>(
    [definition, run],
    { data: on, learner: logit },
    { permutations: 19, ...params },
    context,
  )

describe('scores with a shuffled target', () => {
  const cases = [
    ['r2', reference.r2, 'r2', 1],
    ['mean squared error', reference.negMse, 'mse', -1],
    ['r2 shuffled within groups', reference.grouped, 'r2', 1],
  ] as const
  it.each(cases)('are scikit-learn’s for the same shuffles: %s', async (_, expected, metric, sign) => {
    const found = await permutationScores(
      {
        ...{ dataset: data, learner: linear, target: 'y', judging, metric, permutations: 19 },
        foldsOf: () =>
          folds.map((rows, i) => ({
            ...{ repeat: 1, fold: i + 1, test: Int32Array.from(rows) },
            train: allRows(24).filter((row) => !rows.includes(row)),
          })),
        order: (permutation) => Int32Array.from(expected.orders[permutation]),
      },
      testContext(),
    )
    const size = (value: number) => (sign < 0 ? -value : value)
    expect(found.score).toBeCloseTo(size(expected.score), 9)
    found.shuffled.forEach((value, i) => expect(value).toBeCloseTo(size(expected.scores[i]), 9))
    expect(pValueOf(found.score!, found.shuffled as number[], sign)).toBeCloseTo(expected.pValue, 12)
  })

  it('come from orders that deal within groups, and leave other rows alone', () => {
    const rows = allRows(24).filter((row) => row !== 5)
    const group = numbers('g', groups)
    const order = shuffledOrder(24, rows, { group, seed: 1 })(0)
    expect(order[5]).toBe(5)
    order.forEach((from, row) => expect(groups[from]).toBe(groups[row]))
    expect([...order].sort((a, b) => a - b)).toEqual([...allRows(24)])
    expect(order).not.toEqual(allRows(24))
  })
})

describe('the permutation test', () => {
  it('finds what is there, with the smallest p-value that so many shuffles allow', async () => {
    const { preview, figure } = await test()
    expect(preview.pValue).toBe(1 / 20)
    expect(preview).toMatchObject({ asGood: 0, failed: 0, metric: 'accuracy' })
    expect(figure).toBe('p 0.050')
    expect(verdictOf(preview)).toMatch(/^The learner has found something: .*None of 19 shuffles/)
    expect(findUnsafe(preview)).toBeNull()
  })

  it('says that it is not distinguishable from chance where there is nothing', async () => {
    const { preview } = await test(silent)
    expect(preview.pValue).toBeGreaterThan(0.05)
    expect(verdictOf(preview)).toMatch(/^Not distinguishable from chance/)
  })

  it('gives the same shuffles by the same seed, and others by another', async () => {
    const [first, again, another] = [await test(), await test(), await test(telling, {}, testContext(7))]
    expect(again.preview.shuffled).toEqual(first.preview.shuffled)
    expect(another.preview.shuffled).not.toEqual(first.preview.shuffled)
  })

  it('says that a learner which looks at no column cannot be told from chance', async () => {
    const inputs = { data: telling, learner: learnerOf('build/baseline', {}, 'base') }
    const { preview, warnings } = await runNode<PermutationTestPreview>([definition, run], inputs, {
      permutations: 19,
    })
    expect(preview.pValue).toBe(1)
    expect(warnings!.map(({ text }) => text).join()).toMatch(/does not look at the columns/)
  })

  it('stops between shuffles when it is cancelled', async () => {
    const context = testContext()
    let trained = 0
    const stopping = {
      ...context,
      breathe: () =>
        trained > 5 ? Promise.reject(new StepFailure({ kind: 'cancelled' })) : Promise.resolve(),
      trainEach: (...given: Parameters<typeof context.trainEach>) => {
        trained += given[0].length
        return context.trainEach(...given)
      },
    }
    await expect(test(telling, { permutations: 1000 }, stopping)).rejects.toMatchObject({
      reason: { kind: 'cancelled' },
    })
    expect(trained).toBeLessThan(60)
  })

  it('names why there is no score', async () => {
    const inputs = { data, learner: logit }
    await expect(runNode([definition, run], inputs)).rejects.toThrow(/regression/)
  })
})

it('puts every score into a bin, also where all are the same', () => {
  for (const values of [
    [1, 2, 3, 4],
    [0.5, 0.5],
    [-1, 0, 1e-9],
  ])
    expect(chanceBins(values).reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
})
