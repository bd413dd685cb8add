import { expect, it } from 'vitest'
import { extent, niceTicks } from './ticks'
import { layTree, listTree } from './treeLayout'

it('gives round ticks inside the range', () => {
  expect(niceTicks(0.13, 0.91, 4)).toEqual([0.2, 0.4, 0.6, 0.8])
  expect(niceTicks(-3, 17, 4)).toEqual([0, 5, 10, 15])
  expect(niceTicks(2, 2)).toEqual([2])
})

it('takes the extent of finite values only', () => {
  expect(extent([3, NaN, -1, Infinity])).toEqual([-1, 3])
  expect(extent([])).toEqual([0, 1])
  expect(extent([5])).toEqual([4.5, 5.5])
})

it('puts each parent over the middle of its children and leaves side by side', () => {
  const leaf = (depth: number) => ({ left: null, right: null, depth })
  const nodes = [{ left: 1, right: 2, depth: 0 }, leaf(1), { left: 3, right: 4, depth: 1 }, leaf(2), leaf(2)]
  const { places, columns, depth } = layTree(nodes)
  expect(places.map((place) => place.column)).toEqual([0.75, 0, 1.5, 1, 2])
  expect([columns, depth]).toEqual([3, 2])
})

it('lists each node before what hangs below it, the answer yes first', () => {
  const leaf = (depth: number) => ({ left: null, right: null, depth })
  const nodes = [{ left: 1, right: 2, depth: 0 }, { left: 3, right: 4, depth: 1 }, leaf(1), leaf(2), leaf(2)]
  const rows = listTree(nodes)
  expect(rows.map((row) => row.index)).toEqual([0, 1, 3, 4, 2])
  expect(rows.map((row) => row.parent)).toEqual([null, 0, 1, 1, 0])
  expect(rows.map((row) => row.answer)).toEqual([null, 'yes', 'yes', 'no', 'no'])
})
