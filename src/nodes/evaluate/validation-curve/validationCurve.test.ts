import { beforeAll, describe, expect, it } from 'vitest'
import { findUnsafe } from '@/engine/jsonSafe'
import { startTestBackend } from '@/ml/tensor/testing'
import { datasetOf, learnerOf, numbers, objectiveFor, runNode, words } from '../testing'
import definition from './definition'
import type { ValidationCurvePreview } from './preview'
import reference from './validationCurve.reference.json'
import run from './run'

beforeAll(startTestBackend)

const columns = reference.x.map((values, i) => numbers(`x${i}`, values))
const data = datasetOf([...columns, numbers('y', reference.y)], { objective: objectiveFor('regression') })
const ridge = learnerOf('build/linear-regression', { penalty: 0.1 }, 'ridge')
const record = (from: number, to: number, param = 'penalty', type = 'build/linear-regression') => ({
  type,
  param,
  from,
  to,
  log: from > 0,
})
const curve = (params = {}, learner = ridge, on = data) =>
  runNode<ValidationCurvePreview>([definition, run], { data: on, learner }, params)

describe('the validation curve', () => {
  it('is scikit-learn’s, on test and on training rows', async () => {
    const { preview } = await curve({
      space: [record(0.01, 10)],
      points: 4,
      scheme: 'forward',
      folds: 3,
      metric: 'mse',
    })
    expect(preview.values).toEqual(reference.values)
    preview.points.forEach((point, i) => {
      reference.test[i].forEach((value, fold) => expect(point.test[fold]).toBeCloseTo(value, 8))
      reference.train[i].forEach((value, fold) => expect(point.train[fold]).toBeCloseTo(value, 8))
      expect(point.testMean).toBeCloseTo(reference.testMean[i], 8)
      expect(point.testDeviation).toBeCloseTo(reference.testDeviation[i], 8)
    })
    const least = Math.min(...reference.testMean)
    expect(preview.best).toBe(reference.testMean.indexOf(least))
    expect(preview.current).toBe(1)
    expect(findUnsafe(preview)).toBeNull()
  })

  it('varies the first setting that usually matters where none is chosen', async () => {
    const forest = learnerOf('build/decision-tree', {}, 'tree')
    const { preview, figure } = await curve({ points: 3 }, forest)
    expect(preview.axis).toMatchObject({ param: 'criterion', kind: 'choice' })
    expect(figure).toMatch(new RegExp(`^${preview.axis.title} `))
  })

  it('takes no choice that was made for another learner', async () => {
    const space = [record(1, 8, 'maxDepth', 'build/decision-tree')]
    const { preview } = await curve({ space, points: 3 })
    expect(preview.axis.param).toBe('penalty')
  })

  it('lists a value that fails with its reason, and goes on', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => i)
    const few = datasetOf(
      [
        numbers('x', rows),
        words(
          'y',
          rows.map((i) => (i < 10 ? 'no' : 'yes')),
        ),
      ],
      { objective: objectiveFor('binary', { positiveClass: 'yes', metric: 'accuracy' }) },
    )
    const type = 'build/nearest-neighbours'
    const { preview, warnings } = await curve(
      { space: [{ ...record(1, 18, 'k', type), log: false }], points: 2, folds: 2 },
      learnerOf(type, {}, 'near'),
      few,
    )
    expect(preview.points[0]).toMatchObject({ label: '1', error: null })
    expect(preview.points[1]).toMatchObject({ label: '18', testMean: null })
    expect(preview.points[1].error).toMatch(/18/)
    expect(preview.best).toBe(0)
    expect(warnings!.map(({ text }) => text).join()).toMatch(/No score at 18: /)
  })

  it('names a setting that the learner does not have', async () => {
    await expect(curve({ space: [record(1, 2, 'depth')] })).rejects.toThrow(/no such parameter/)
  })
})
