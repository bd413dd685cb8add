import { expect, test } from 'vitest'
import { nextInDrawing, nextInList } from './treeKeys'
import type { TreeItem } from './treeLayout'

const leaf = (depth: number): TreeItem => ({ left: null, right: null, depth })

/** Breadth first: the root, its two branches, and two leaves under each. */
const tree: TreeItem[] = [
  { left: 1, right: 2, depth: 0 },
  { left: 3, right: 4, depth: 1 },
  { left: 5, right: 6, depth: 1 },
  leaf(2),
  leaf(2),
  leaf(2),
  leaf(2),
]

test('in a list the arrows go row by row, and from a branch to its parent and to its first child', () => {
  expect(nextInList(tree, 0, 'ArrowDown')).toBe(1)
  expect(nextInList(tree, 4, 'ArrowDown')).toBe(2)
  expect(nextInList(tree, 2, 'ArrowUp')).toBe(4)
  expect(nextInList(tree, 5, 'ArrowLeft')).toBe(2)
  expect(nextInList(tree, 2, 'ArrowRight')).toBe(5)
  expect([nextInList(tree, 4, 'Home'), nextInList(tree, 4, 'End')]).toEqual([0, 6])
  expect([
    nextInList(tree, 0, 'ArrowUp'),
    nextInList(tree, 6, 'ArrowDown'),
    nextInList(tree, 0, 'a'),
  ]).toEqual([null, null, null])
})

test('in a drawing the arrows go up, down, and along one level', () => {
  expect(nextInDrawing(tree, 0, 'ArrowDown')).toBe(1)
  expect(nextInDrawing(tree, 6, 'ArrowUp')).toBe(2)
  expect(nextInDrawing(tree, 4, 'ArrowRight')).toBe(5)
  expect(nextInDrawing(tree, 5, 'ArrowLeft')).toBe(4)
  expect(nextInDrawing(tree, 3, 'ArrowLeft')).toBeNull()
  expect(nextInDrawing(tree, 0, 'ArrowUp')).toBeNull()
})
