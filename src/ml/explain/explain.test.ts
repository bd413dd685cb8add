import { describe, expect, it } from 'vitest'
import { makeRandom } from '@/base/random'
import { stillPulse } from '@/contract/pulse'
import { fitTree } from '../tree/fitTree'
import { predictTree } from '../tree/predictTree'
import { shapleyValues } from './sampledShap'
import { shapTreesOf, type ShapTree } from './shapTrees'
import { expectedValue, treeExplainer } from './treeShap'

const random = makeRandom(4)
const features = 5
const rows = 120
const x = Float64Array.from({ length: rows * features }, () => random.normal())
const at = (row: number, i: number) => x[row * features + i]
const y = Float64Array.from(
  { length: rows },
  (_, row) => at(row, 0) * at(row, 1) + 2 * at(row, 2) + at(row, 3) ** 2,
)

async function grown(): Promise<{ tree: ShapTree; answers: Float64Array }> {
  const params = { criterion: 'auto', maxDepth: 7, minSamplesSplit: 2, minSamplesLeaf: 2 }
  const matrix = { rows, columns: features, values: x }
  const data = {
    task: 'regression' as const,
    features: ['a', 'b', 'c', 'd', 'e'],
    x: matrix,
    y,
    classes: [],
    validation: null,
    seed: 1,
  }
  const weights = await fitTree(data, params as unknown as Parameters<typeof fitTree>[1], stillPulse)
  return {
    tree: shapTreesOf('build/decision-tree', weights, 0)!.trees[0],
    answers: predictTree(weights, matrix, 0).values,
  }
}

/** What the tree answers where only some features are known, by its definition. */
function known(tree: ShapTree, row: ArrayLike<number>, mask: Uint8Array, node = 0): number {
  const asked = tree.feature[node]
  if (asked < 0) return tree.value[node]
  const [left, right] = [tree.left[node], tree.right[node]]
  if (mask[asked]) return known(tree, row, mask, tree.goesLeft(node, row[asked]) ? left : right)
  const share = tree.cover[left] / tree.cover[node]
  return share * known(tree, row, mask, left) + (1 - share) * known(tree, row, mask, right)
}

describe('TreeSHAP', () => {
  it('is the Shapley value by its definition, over all coalitions', async () => {
    const { tree } = await grown()
    const explain = treeExplainer(tree)
    for (let row = 0; row < 20; row++) {
      const own = x.subarray(row * features, (row + 1) * features)
      const found = new Float64Array(features)
      explain(own, found)
      const all = async (masks: Uint8Array[]) => masks.map((mask) => known(tree, own, mask))
      const { values } = await shapleyValues(features, all, { pairs: 10, random: makeRandom(1) })
      found.forEach((value, i) => expect(value).toBeCloseTo(values[i], 11))
    }
  })

  it('adds up to the answer less the mean answer', async () => {
    const { tree, answers } = await grown()
    const explain = treeExplainer(tree)
    for (let row = 0; row < rows; row++) {
      const found = new Float64Array(features)
      explain(x.subarray(row * features, (row + 1) * features), found)
      const sum = found.reduce((total, value) => total + value, expectedValue(tree))
      expect(Math.abs(sum - answers[row])).toBeLessThan(1e-9)
    }
  })

  it('adds up on ways longer than a number has bits', () => {
    const length = 40
    const nodes = Array.from({ length: 2 * length + 1 }, (_, node) => node)
    const isQuestion = (node: number) => node % 2 === 0 && node < 2 * length
    const tree: ShapTree = {
      feature: nodes.map((node) => (isQuestion(node) ? node / 2 : -1)),
      left: nodes.map((node) => node + 1),
      right: nodes.map((node) => node + 2),
      cover: nodes.map((node) =>
        node % 2 === 0 ? 2 ** (length - node / 2) : 2 ** (length - (node + 1) / 2),
      ),
      value: nodes.map((node) => Math.sqrt(node)),
      goesLeft: (_node, value) => value < 0,
    }
    const explain = treeExplainer(tree)
    for (const left of [0, 7, 31, 39, 40]) {
      const found = new Float64Array(length)
      explain(
        Float64Array.from({ length }, (_, i) => (i === left ? -1 : 1)),
        found,
      )
      const sum = found.reduce((total, value) => total + value, expectedValue(tree))
      expect(sum).toBeCloseTo(Math.sqrt(left === 40 ? 80 : 2 * left + 1), 9)
    }
  })
})

describe('Shapley values of any model', () => {
  const additive = [3, -2, 0.5, 0, 1, 7, -4, 2, 1, 1, 1, 1, 1]
  const sum = async (masks: Uint8Array[]) =>
    masks.map((mask) => additive.reduce((total, part, i) => total + (mask[i] ? part : 0), 5))

  it('are the parts of a sum, in drawn orders too', async () => {
    const { base, values } = await shapleyValues(additive.length, sum, { pairs: 2, random: makeRandom(2) })
    expect(base).toBe(5)
    values.forEach((value, i) => expect(value).toBeCloseTo(additive[i], 12))
  })

  it('halve a product of two, since each order is walked backwards too, and add up', async () => {
    const product = async (masks: Uint8Array[]) => masks.map((mask) => (mask[0] && mask[12] ? 6 : 0))
    const { values } = await shapleyValues(13, product, { pairs: 1, random: makeRandom(3) })
    expect([values[0], values[12], values[5]]).toEqual([3, 3, 0])
  })
})
