import { describe, expect, it } from 'vitest'
import { originOf } from '@/ml/preview/originOf'
import type { Dataset } from '@/values/dataset'
import { cellValue, findColumn } from '@/values/table'
import { datasetOf, modelOf, numbers, objectiveFor, runNode, testFrom, words } from '../testing'
import definition from './definition'
import type { ErrorsPreview } from './preview'
import run from './run'

/** Scores of the class “yes” in the test rows 2 to 7; rows 3, 4 and 7 are wrong at 0.5. */
const scores = [0, 1, 0.9, 0.2, 0.8, 0.1, 0.7, 0.4]
const truths = ['no', 'yes', 'yes', 'yes', 'no', 'no', 'yes', 'yes']
const classed = datasetOf([words('y', truths), numbers('a', scores)], {
  marks: testFrom(2, 8),
  objective: objectiveFor('binary', { positiveClass: 'yes' }),
})

const predictions = [5, 5, 10, 20, 30, 40]
const valued = datasetOf([numbers('y', [5, 5, 11, 18, 30, 36]), numbers('a', predictions)], {
  marks: testFrom(2, 6),
  objective: objectiveFor('regression'),
})

async function found(data: Dataset, params = {}) {
  const outcome = await runNode<ErrorsPreview>([definition, run], { model: await modelOf(data) }, params)
  const sent = (outcome.outputs as unknown as { data: Dataset }).data
  const column = (name: string) =>
    Array.from({ length: sent.raw.rowCount }, (_, row) => cellValue(findColumn(sent.raw, name)!, row))
  return { ...outcome, sent, column }
}

describe('wrong predictions', () => {
  it('are sent on the worst first, with row, truth, prediction, score and error', async () => {
    const { column, preview, figure, sent } = await found(classed)
    expect(column('row')).toEqual([4, 5, 8])
    expect(column('truth')).toEqual(['yes', 'no', 'yes'])
    expect(column('prediction')).toEqual(['no', 'yes', 'no'])
    column('error').forEach((error, i) => expect(error).toBeCloseTo([0.8, 0.8, 0.6][i], 12))
    column('score').forEach((score, i) => expect(score).toBeCloseTo([0.8, 0.8, 0.6][i], 12))
    expect(figure).toBe('3 rows · 3 of 6 wrong')
    expect(preview.confusion).toEqual({ classes: ['no', 'yes'], counts: [[1, 1], [2, 2]] }) // prettier-ignore
    expect(sent.marks).toBeNull()
    expect([...sent.roles]).toEqual([['y', 'target'], ['row', 'id'], ['truth', 'ignored'], ['prediction', 'ignored'], ['score', 'ignored'], ['error', 'ignored']]) // prettier-ignore
  })

  it('can be asked for one cell of the matrix, a right one too', async () => {
    const missed = await found(classed, { truth: 'yes', predicted: 'no' })
    expect(missed.column('row')).toEqual([4, 8])
    const right = await found(classed, { rows: 'all', truth: 'yes', predicted: 'yes' })
    expect(right.column('row')).toEqual([7, 3])
    await expect(found(classed, { truth: 'yess' })).rejects.toThrow(/no class “yess”/)
  })

  it('follow the threshold, the least error and how many are wanted', async () => {
    expect((await found(classed, { threshold: 0.3 })).column('row')).toEqual([4, 5])
    expect((await found(classed, { least: 0.7 })).column('row')).toEqual([4, 5])
    expect((await found(classed, { most: 1 })).column('row')).toEqual([4])
  })

  it('of numbers are those furthest off, or those of a band of residuals', async () => {
    const { column, preview } = await found(valued)
    expect(column('row')).toEqual([6, 4, 3])
    expect(column('error')).toEqual([4, 2, 1])
    expect(preview.overall).toBe(1.75)
    const band = await found(valued, { rows: 'all', from: -2, to: 1 })
    expect(band.column('row')).toEqual([4, 5])
  })

  it('name the table whose rows are drawn, and say which of them go on', async () => {
    const { preview } = await found(classed, { most: 1 })
    expect(preview.origin).toBe(originOf(classed.raw))
    expect(preview.picture.rows).toEqual([2, 3, 4, 5, 6, 7])
    expect(preview.picture.sent).toEqual([false, true, false, false, false, false])
    expect(preview.picture.axes).toEqual(['a', 'Score of the prediction', 'Error'])
  })

  it('lie where a group is wrong more often than all rows', async () => {
    const many = Array.from({ length: 40 }, (_, row) => row)
    const wrongIn = (row: number) => row % 4 === 0
    const data = datasetOf(
      [
        words('y', many.map((row) => (row % 2 === 0 ? 'yes' : 'no'))), // prettier-ignore
        numbers('a', many.map((row) => (wrongIn(row) !== (row % 2 === 0) ? 1 : 0))), // prettier-ignore
        words('place', many.map((row) => (wrongIn(row) || row % 8 === 1 ? 'north' : 'south'))), // prettier-ignore
      ],
      {
        roles: new Map([['y', 'target'], ['place', 'ignored']]), // prettier-ignore
        marks: testFrom(0, 40),
        objective: objectiveFor('binary', { positiveClass: 'yes' }),
      },
    )
    const model = await modelOf({ ...data, marks: null })
    const { preview } = await runNode<ErrorsPreview>([definition, run], { model, data })
    expect(preview.where.find(({ column }) => column === 'place')).toMatchObject({ name: 'north', rows: 15 })
    expect(preview.where.find(({ name }) => name === 'north')!.error).toBeCloseTo(10 / 15, 12)
  })
})
