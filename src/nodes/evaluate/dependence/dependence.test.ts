import { beforeAll, describe, expect, it } from 'vitest'
import { findUnsafe } from '@/engine/jsonSafe'
import { dependence } from '@/ml/explain/dependence'
import { dependenceGrid } from '@/ml/explain/dependenceGrid'
import { startTestBackend } from '@/ml/tensor/testing'
import { findColumn, numberColumn, takeRows } from '@/values/table'
import {
  datasetOf,
  learnerOf,
  modelOf,
  numbers,
  objectiveFor,
  runNode,
  testContext,
  testFrom,
  words,
} from '../testing'
import definition from './definition'
import reference from './dependence.reference.json'
import type { DependencePreview } from './preview'
import run from './run'

beforeAll(startTestBackend)

const columns = reference.x.map((values, i) => numbers(`x${i}`, values))
const marks = testFrom(25, 40)
const numeric = datasetOf([...columns, numbers('y', reference.number)], {
  marks,
  objective: objectiveFor('regression'),
})
const classes = words(
  'y',
  reference.label.map((label) => `class ${label}`),
)
const several = datasetOf([...columns, classes], { marks, objective: objectiveFor('multiclass') })
const testRows = Int32Array.from({ length: 15 }, (_, i) => 25 + i)
let trained: ReturnType<typeof modelOf> | undefined
const logit = () =>
  (trained ??= modelOf(several, learnerOf('build/logistic-regression', { tolerance: 1e-8 })))

const ask = async (
  value: Awaited<ReturnType<typeof modelOf>>,
  names: string[],
  grids: number[][],
  output = 0,
) => {
  const raw = takeRows(value.dataset.raw, testRows)
  return dependence(testContext(), value.model, {
    raw,
    output,
    grids: names.map((name, i) => ({
      column: findColumn(raw, name)!,
      values: Float64Array.from(grids[i]),
      counts: [],
      leftOut: 0,
    })),
  })
}

const close = (found: ArrayLike<number>, wanted: number[], digits: number) =>
  wanted.forEach((value, i) => expect(found[i]).toBeCloseTo(value, digits))

describe('partial dependence, beside scikit-learn’s by brute force', () => {
  it('is its mean and its single rows for a linear regression', async () => {
    const { values, average, individual } = reference.line
    const found = await ask(await modelOf(numeric, learnerOf('build/linear-regression')), ['x0'], values)
    close(found.mean, average[0], 9)
    close(found.curves, individual![0].flat(), 9)
  })

  it.each([0, 1, 2])('is its mean for class %i of several', async (output) => {
    const { values, average, individual } = reference.logit
    const found = await ask(await logit(), ['x1'], values, output)
    close(found.mean, average[output], 5)
    close(found.curves, individual![output].flat(), 5)
  })

  it.each([0, 1, 2])('is its mean over two columns for class %i', async (output) => {
    const { values, average } = reference.pair
    const found = await ask(await logit(), ['x0', 'x2'], values, output)
    close(found.mean, (average[output] as number[][]).flat(), 5)
  })
})

describe('the grid', () => {
  it('takes quantiles from 5 % to 95 %, or all values where there are few', () => {
    const column = numberColumn(
      'a',
      Array.from({ length: 101 }, (_, i) => 100 - i),
    )
    expect([...dependenceGrid(column, 4, 5).values]).toEqual([5, 35, 65, 95])
    expect([...dependenceGrid(numberColumn('a', [3, 1, NaN, 1, Infinity]), 4, 5).values]).toEqual([1, 3])
  })

  it('takes the most frequent categories', () => {
    const column = words('a', ['x', 'y', 'z', 'y', 'z', 'z', null])
    expect(dependenceGrid(column, 4, 2)).toMatchObject({ counts: [3, 2], leftOut: 1 })
    expect([...dependenceGrid(column, 4, 2).values].map((code) => column.dictionary[code])).toEqual([
      'z',
      'y',
    ])
  })

  it('names a column without values', () => {
    expect(() => dependenceGrid(numberColumn('a', [NaN]), 4, 5)).toThrow(/“a” has no value/)
  })
})

const colours = reference.label.map((_, i) => ['red', 'blue', 'blue', 'green'][i % 4])
const mixed = datasetOf([columns[0], words('colour', colours), classes], {
  marks,
  objective: objectiveFor('multiclass'),
  recipe: [{ node: 'e', type: 'prepare/encode', params: learnerOf('prepare/encode').params }],
})
const see = async (params: Record<string, string | number>, on = mixed, type = 'build/decision-tree') => {
  const model = await modelOf(on, learnerOf(type))
  return runNode<DependencePreview>([definition, run], { model }, params)
}

describe('the dependence node', () => {
  it('sets a raw column of words, before it is encoded, for the class that is asked for', async () => {
    const { preview, figure } = await see({ column: 'colour', class: 'class 2' })
    expect(preview).toMatchObject({ className: 'class 2', rows: 15, isTest: true, failed: 0 })
    expect(preview.axes[0].labels).toEqual(['blue', 'green', 'red'])
    expect(preview.axes[0].rug.reduce((sum, count) => sum + count, 0)).toBe(15)
    expect(figure).toMatch(/^colour: /)
    expect(findUnsafe(preview)).toBeNull()
  })

  it('shows the first column where none is chosen, with lines for single rows and strokes for the data', async () => {
    const { preview } = await see({ points: 5, curves: 4 }, numeric, 'build/linear-regression')
    expect(preview.axes.map(({ name }) => name)).toEqual(['x0'])
    expect(preview.columns).toEqual(['x0', 'x1', 'x2'])
    expect(preview.curves).toHaveLength(4)
    expect(preview.axes[0].rug).toHaveLength(15)
    const [a, b] = preview.curves
    // A straight model moves all rows alike.
    a.forEach((value, at) => expect(value - a[0]).toBeCloseTo(b[at] - b[0], 4))
  })

  it('shows a pair of columns as a map of means', async () => {
    const { preview } = await see({ column: 'x0', second: 'colour', points: 6 })
    expect(preview.axes.map(({ values }) => values.length)).toEqual([6, 3])
    expect(preview.mean).toHaveLength(18)
    expect(preview.curves).toEqual([])
  })

  it('leaves out rows that cannot be scored, and says so', async () => {
    const holed = {
      ...numeric,
      raw: {
        ...numeric.raw,
        columns: numeric.raw.columns.map((column) =>
          column.name === 'x1'
            ? numbers(
                'x1',
                reference.x[1].map((value, i) => (i === 30 ? NaN : value)),
              )
            : column,
        ),
      },
    }
    const model = await modelOf(numeric, learnerOf('build/linear-regression'))
    const { preview, warnings } = await runNode<DependencePreview>(
      [definition, run],
      { model, data: holed },
      { column: 'x0' },
    )
    expect(preview).toMatchObject({ rows: 14, failed: 1 })
    preview.mean.forEach((value) => expect(value).not.toBeNaN())
    expect(warnings!.map(({ text }) => text).join()).toMatch(/“x1”/)
    const own = await runNode<DependencePreview>([definition, run], { model, data: holed }, { column: 'x1' })
    expect(own.preview.rows).toBe(15)
  })

  it('names columns and classes that the model does not know', async () => {
    await expect(see({ column: 'color' })).rejects.toMatchObject({
      reason: { kind: 'unknown-column', column: 'color', closest: 'colour' },
    })
    await expect(see({ column: 'x0', second: 'x0' })).rejects.toThrow(/first column already/)
    await expect(see({ class: 'class 9' })).rejects.toThrow(/does not know “class 9”/)
  })
})
