import { expect, it } from 'vitest'
import { makeRandom } from '@/base/random'
import { rawScores } from './predictBoosting'
import type { BoostingWeights, Trees } from './types'

const random = makeRandom(7)
const columns = 5
/** The last feature is a category of eight. */
const isCategory = (feature: number) => feature === columns - 1

/** Trees of any shape over features with gaps, some of which ask about categories. */
function grown(count: number, depth: number, categories: boolean): Trees {
  const nodes = {
    feature: [],
    threshold: [],
    left: [],
    right: [],
    missingLeft: [],
    value: [],
    categories: [],
  } as Record<string, number[]>
  const bits: number[] = []
  const add = (level: number): number => {
    const at = nodes.feature.length
    const isLeaf = level === 0 || random.next() < 0.2
    const feature = isLeaf ? -1 : Math.floor(random.next() * (categories ? columns : columns - 1))
    const asksCategory = isCategory(feature)
    nodes.feature.push(feature)
    nodes.threshold.push(asksCategory ? -Infinity : random.next() < 0.1 ? Infinity : random.normal())
    nodes.missingLeft.push(random.next() < 0.5 ? 1 : 0)
    nodes.value.push(random.normal())
    nodes.categories.push(asksCategory ? bits.length * 8 : -1)
    nodes.left.push(-1)
    nodes.right.push(-1)
    if (asksCategory) bits.push(Math.floor(random.next() * 256))
    if (!isLeaf) {
      nodes.left[at] = add(level - 1)
      nodes.right[at] = add(level - 1)
    }
    return at
  }
  const roots = Int32Array.from({ length: count }, () => add(depth))
  return {
    roots,
    feature: Int32Array.from(nodes.feature),
    threshold: Float64Array.from(nodes.threshold),
    left: Int32Array.from(nodes.left),
    right: Int32Array.from(nodes.right),
    missingLeft: Uint8Array.from(nodes.missingLeft),
    value: Float64Array.from(nodes.value),
    categories: Int32Array.from(nodes.categories),
    categoryBits: Uint8Array.from(bits),
  }
}

function table(rows: number) {
  const values = Float64Array.from({ length: rows * columns }, (_, at) => {
    if (random.next() < 0.1) return NaN
    return isCategory(at % columns) ? Math.floor(random.next() * 8) : random.normal()
  })
  return { rows, columns, values }
}

it.each([
  ['numbers', 1, false],
  ['numbers and categories', 1, true],
  ['numbers, of three classes', 3, true],
])('gives many rows the very scores that each gets alone: %s', (_name, outputs, categories) => {
  const trees = grown(12 * outputs, 7, categories)
  const weights = { baseline: new Float64Array(outputs).fill(0.25), trees } as unknown as BoostingWeights
  for (const rows of [64, 1030, 2055]) {
    const x = table(rows)
    const together = rawScores(weights, x)
    for (let row = 0; row < rows; row++) {
      const own = { rows: 1, columns, values: x.values.subarray(row * columns, (row + 1) * columns) }
      expect(together.subarray(row * outputs, (row + 1) * outputs)).toEqual(rawScores(weights, own))
    }
  }
})
