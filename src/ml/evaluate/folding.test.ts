import { describe, expect, it } from 'vitest'
import { Mark, type Dataset, type Role } from '@/values/dataset'
import { codedColumn, numberColumn } from '@/values/table'
import { foldDataset } from './folding'
import { divide } from './schemes'

const rows = 40
const table = {
  rowCount: rows,
  columns: [
    numberColumn(
      'x',
      Array.from({ length: rows }, (_, i) => i),
    ),
    codedColumn(
      'y',
      Array.from({ length: rows }, (_, i) => (i % 2 ? 'a' : 'b')),
    ),
  ],
}

it('folds rows for training and validation only: none for the test, none that a saved split left out', () => {
  const marks = Uint8Array.from({ length: rows }, (_, i) => i % 4)
  const dataset: Dataset = {
    kind: 'dataset',
    raw: table,
    table,
    roles: new Map<string, Role>([['y', 'target']]),
    marks,
    recipe: [],
    objective: null,
  }
  const { folds, keptForTest } = foldDataset(dataset, { folds: 4, repeats: 1, stratified: true, seed: 1 })
  const tested = folds.flatMap(({ test }) => [...test]).sort((a, b) => a - b)
  expect(tested).toEqual(
    [...marks.keys()].filter((row) => marks[row] === Mark.train || marks[row] === Mark.validation),
  )
  expect(keptForTest).toBe(10)
})

const dataset = (more: Partial<Dataset> = {}, columns = table.columns): Dataset => ({
  kind: 'dataset',
  raw: { rowCount: rows, columns },
  table: { rowCount: rows, columns },
  roles: new Map<string, Role>([['y', 'target']]),
  marks: null,
  recipe: [],
  objective: null,
  ...more,
})
const usual = { folds: 3, repeats: 1, stratified: true, seed: 1 }
const numbersOf = (list: Int32Array) => [...list]

describe('forward in time', () => {
  it('forward trains on the past alone, with the blocks of scikit-learn’s TimeSeriesSplit', () => {
    const times = numberColumn(
      'when',
      Array.from({ length: rows }, (_, row) => rows - row),
    )
    const roles = new Map<string, Role>([
      ['y', 'target'],
      ['when', 'time'],
    ])
    const folding = foldDataset(dataset({ roles }, [...table.columns, times]), {
      ...usual,
      scheme: 'forward',
    })
    expect(folding.time).toBe('when')
    // TimeSeriesSplit(3).split(range(40)): blocks of 10; the latest row is the first of the table.
    expect(folding.folds.map(({ test }) => [test[0], test.at(-1)])).toEqual([
      [20, 29],
      [10, 19],
      [0, 9],
    ])
    for (const { train, test } of folding.folds) expect(Math.min(...train)).toBe(test.at(-1)! + 1)
  })

  const inTime = (when: number[], who?: number[], folds = 3) => {
    const roles = new Map<string, Role>([
      ['y', 'target'],
      ['when', 'time'],
      ...(who ? [['who', 'group'] as [string, Role]] : []),
    ])
    const columns = [numberColumn('when', when), ...(who ? [numberColumn('who', who)] : [])]
    return foldDataset(dataset({ roles }, [...table.columns, ...columns]), {
      ...usual,
      folds,
      scheme: 'forward',
    })
  }

  it('forward keeps rows of the same time on one side, in blocks as even as that allows', () => {
    const when = Array.from({ length: rows }, (_, row) => Math.floor(row / 7))
    const { folds } = inTime(when)
    expect(folds.map(({ train, test }) => [train.length, test.length])).toEqual([
      [7, 14],
      [21, 7],
      [28, 12],
    ])
    for (const { train, test } of folds)
      expect(Math.max(...train.map((row) => when[row]))).toBeLessThan(
        Math.min(...test.map((row) => when[row])),
      )
    // Nearly all rows at one time: each fold has a time of its own all the same.
    const crowded = Array.from({ length: rows }, (_, row) => (row < 37 ? 0 : row))
    expect(inTime(crowded).folds.map(({ test }) => test.length)).toEqual([1, 1, 1])
    expect(() => inTime(when, undefined, 6)).toThrow(/needs 7 different times, and there are 6/)
  })

  it('forward learns from no row of a group that is tested', () => {
    const when = Array.from({ length: rows }, (_, row) => row)
    const who = when.map((row) => Math.floor(row / 4))
    const folding = inTime(when, who)
    expect(folding.dealing).toBe('by group')
    expect(folding.folds.map(({ train, test }) => [train.length, test.length])).toEqual([
      [8, 10],
      [20, 10],
      [28, 10],
    ])
    for (const { train, test } of folding.folds) {
      const tested = new Set([...test].map((row) => who[row]))
      expect([...train].some((row) => tested.has(who[row]))).toBe(false)
    }
    expect(() =>
      inTime(
        when,
        when.map(() => 1),
      ),
    ).toThrow(/no row is left to train on/)
  })
})

describe('ways of dividing', () => {
  it('leaves each row out once, or each group, and refuses what would take for ever', () => {
    const one = foldDataset(dataset(), { ...usual, scheme: 'leave-one-out' })
    expect(one.folds.map(({ test }) => numbersOf(test))).toEqual(numbersOf(one.rows).map((row) => [row]))
    expect(one.folds.every(({ train }) => train.length === rows - 1)).toBe(true)
    const groups = codedColumn(
      'who',
      Array.from({ length: rows }, (_, row) => `person ${row % 4}`),
    )
    const roles = new Map<string, Role>([
      ['y', 'target'],
      ['who', 'group'],
    ])
    const grouped = foldDataset(dataset({ roles }, [...table.columns, groups]), {
      ...usual,
      scheme: 'leave-one-out',
    })
    expect(grouped.folds.map(({ test }) => new Set(numbersOf(test).map((row) => row % 4)).size)).toEqual([
      1, 1, 1, 1,
    ])
    const many = { count: 1001, classes: null, times: null }
    const wishes = { scheme: 'leave-one-out', draws: 1, testShare: 20, ...usual } as const
    expect(() => divide(many, wishes)).toThrow(/would train 1001 models/)
  })

  it('draws the wished share of each class again and again', () => {
    const { folds } = foldDataset(dataset(), { ...usual, scheme: 'random', draws: 6, testShare: 30 })
    expect(folds.map(({ repeat, fold }) => [repeat, fold])).toEqual([1, 2, 3, 4, 5, 6].map((i) => [i, 1]))
    for (const { train, test } of folds) {
      expect(numbersOf(test).filter((row) => row % 2 === 0)).toHaveLength(6)
      expect([...train, ...test].sort((a, b) => a - b)).toEqual([...Array(rows).keys()])
    }
    expect(new Set(folds.map(({ test }) => test.join())).size).toBeGreaterThan(4)
  })

  it('on the training rows tests what was learned from', () => {
    const [fold] = foldDataset(dataset(), { ...usual, scheme: 'training' }).folds
    expect(fold.train).toEqual(fold.test)
  })
})
