import { expect, it } from 'vitest'
import { Mark } from '@/values/dataset'
import { codedColumn, numberColumn, type Table } from '@/values/table'
import { datasetOf, runNode } from '../testing'
import definition from './definition'
import run from './run'

const size = 100
const table: Table = {
  rowCount: size,
  columns: [
    numberColumn(
      'x',
      Array.from({ length: size }, (_, i) => (i * 37) % 101),
    ),
    codedColumn(
      'y',
      Array.from({ length: size }, (_, i) => (i % 5 === 0 ? 'rare' : 'common')),
    ),
    numberColumn(
      'when',
      Array.from({ length: size }, (_, i) => size - i),
    ),
  ],
}
const roles = new Map([
  ['y', 'target'],
  ['when', 'time'],
] as const)
const split = (params: object, more = {}) =>
  runNode(definition, run, { data: datasetOf(table, { roles, ...more }), params: params as never })
const reasonOf = (params: object, more = {}) => split(params, more).catch((error) => error.reason)

it('marks rows and leaves the recipe alone', async () => {
  const { outputs, figure, preview } = await split({ method: 'stratified', validation: 10 })
  const marks = outputs.data.marks!
  expect([1, 2, 3].map((mark) => marks.filter((each) => each === mark).length)).toEqual([70, 10, 20])
  expect(figure).toBe('70 / 10 / 20')
  expect(outputs.data.recipe).toEqual([])
  expect(preview).toMatchObject({
    parts: [
      {
        name: 'train',
        classes: [
          { name: 'common', count: 56 },
          { name: 'rare', count: 14 },
        ],
      },
      {},
      {},
    ],
  })
})

it('draws the same rows for the same seed, others for another', async () => {
  const marks = async (seed: number) =>
    (await runNode(definition, run, { data: datasetOf(table), seed })).outputs.data.marks
  expect(await marks(1)).toEqual(await marks(1))
  expect(await marks(1)).not.toEqual(await marks(2))
})

it('takes the column with the role time, and tests on the latest rows', async () => {
  const { outputs, warnings } = await split({ method: 'time' })
  expect([...outputs.data.marks!.slice(0, 21)]).toEqual([...Array<number>(20).fill(Mark.test), Mark.train])
  expect(warnings?.filter(({ text }) => text.includes('split by chance'))).toEqual([])
})

it('refuses what cannot be split, with the reason', async () => {
  expect(await reasonOf({ test: 60, validation: 40 })).toMatchObject({ kind: 'parameter' })
  expect(await reasonOf({ method: 'group' })).toMatchObject({ kind: 'parameter', parameter: 'Column' })
  expect(await reasonOf({ method: 'time', column: 'y' })).toMatchObject({ kind: 'not-numeric' })
  expect(await reasonOf({ method: 'stratified' }, { roles: new Map() })).toEqual({ kind: 'no-target' })
  expect(
    await reasonOf({}, { raw: { rowCount: 0, columns: [] }, table: { rowCount: 0, columns: [] } }),
  ).toMatchObject({ kind: 'no-rows' })
})
