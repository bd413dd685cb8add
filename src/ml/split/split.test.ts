import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Mark } from '@/values/dataset'
import { allRows } from '@/values/table'
import { largestRemainder } from './counts'
import { makeFolds } from './folds'
import { splitByGroup, splitByTime, splitRandom, splitStratified } from './split'
import reference from './split.reference.json'

const count = (marks: Uint8Array, mark: number) =>
  marks.reduce((sum, each) => sum + (each === mark ? 1 : 0), 0)
const shares = { train: 60, validation: 15, test: 25 }
const classes = Float64Array.from(reference.classes, (value) => value ?? NaN)

it('draws the split that a program written from the docstring alone draws', () => {
  expect([...splitRandom(classes.length, shares, reference.seed)]).toEqual(reference.random)
  expect([...splitStratified(classes, shares, reference.seed)]).toEqual(reference.stratified)
  expect([...splitByGroup(Int32Array.from(reference.groups), shares, reference.seed)]).toEqual(
    reference.group,
  )
  const folds = makeFolds({
    rows: allRows(classes.length),
    y: classes,
    folds: 3,
    repeats: 2,
    seed: reference.seed,
  })
  expect(folds.map((fold) => [...fold])).toEqual(reference.folds)
})

it('divides by the largest remainder, and never loses a row', () => {
  expect(largestRemainder(344, [80, 0, 20])).toEqual([275, 0, 69])
  expect(largestRemainder(1, [50, 0, 50])).toEqual([1, 0, 0])
  const total = fc.integer({ min: 0, max: 1e6 })
  fc.assert(
    fc.property(total, fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 49 }), (rows, a, b) => {
      const counts = largestRemainder(rows, [100 - a - b, a, b])
      expect(counts.reduce((sum, each) => sum + each)).toBe(rows)
      expect(counts.every((each) => each >= 0)).toBe(true)
    }),
  )
})

it('keeps the share of each class within one row', () => {
  const marks = splitStratified(
    Float64Array.from({ length: 1000 }, (_, i) => (i % 10 === 0 ? 1 : 0)),
    shares,
    3,
  )
  const rare = marks.filter((_, i) => i % 10 === 0)
  expect([Mark.train, Mark.validation, Mark.test].map((mark) => count(rare, mark))).toEqual([60, 15, 25])
})

it('never puts one group on two sides', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1, max: 12 }), { minLength: 1, maxLength: 80 }),
      fc.nat(),
      (groups, seed) => {
        const marks = splitByGroup(Int32Array.from(groups), shares, seed)
        const sides = new Map<number, Set<number>>()
        groups.forEach((group, row) => sides.set(group, (sides.get(group) ?? new Set()).add(marks[row])))
        expect([...sides.values()].every((side) => side.size === 1)).toBe(true)
      },
    ),
  )
})

it('tests on what is latest', () => {
  const marks = splitByTime(Float64Array.from([5, 1, 4, 2, 3]), { train: 60, validation: 20, test: 20 })
  expect([...marks]).toEqual([Mark.test, Mark.train, Mark.validation, Mark.train, Mark.train])
})

it('gives every row to exactly one fold of each repeat, of equal sizes', () => {
  const rows = Int32Array.from({ length: 101 }, (_, i) => i * 2)
  const folds = makeFolds({ rows, y: null, folds: 5, repeats: 3, seed: 9 })
  expect(folds).toHaveLength(15)
  for (let repeat = 0; repeat < 3; repeat++) {
    const together = folds.slice(repeat * 5, repeat * 5 + 5)
    expect(together.flatMap((fold) => [...fold]).sort((a, b) => a - b)).toEqual([...rows])
    expect(together.map((fold) => fold.length).sort()).toEqual([20, 20, 20, 20, 21])
  }
  expect(folds[0]).not.toEqual(folds[5])
})

it('refuses more folds than rows', () => {
  const plan = { rows: allRows(3), y: null, folds: 5, repeats: 1, seed: 1 }
  expect(() => makeFolds(plan)).toThrow(
    expect.objectContaining({
      reason: { kind: 'too-few-rows', what: 'Dividing into 5 folds', needed: 5, found: 3 },
    }),
  )
})
