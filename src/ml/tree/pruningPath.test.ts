import { expect, test } from 'vitest'
import type { TrainingData } from '@/contract/catalog'
import { matrixOf, testPulse } from '../tensor/testing'
import { fitTree } from './fitTree'
import reference from './prune.reference.json'
import { pruneTree } from './prune'
import { pruningPath } from './pruningPath'
import { leafCount } from './tree'

function grow(name: 'gini' | 'value') {
  const data: TrainingData = {
    task: name === 'value' ? 'regression' : 'binary',
    features: [],
    x: matrixOf(reference.x),
    y: Float64Array.from(reference[name].y),
    classes: name === 'value' ? [] : ['no', 'yes'],
    validation: null,
    seed: 1,
  }
  return fitTree(data, { criterion: 'gini', maxDepth: 6, minSamplesSplit: 2, minSamplesLeaf: 7 }, testPulse())
}

test.each(['gini', 'value'] as const)('has as many leaves at each cost as scikit-learn: %s', async (name) => {
  const { alpha, leaves } = pruningPath(await grow(name))!
  for (const wanted of reference[name].trees) {
    const at = alpha.findLastIndex((step) => step <= wanted.alpha)
    expect(leaves[at]).toBe(wanted.leaves)
  }
  expect(leaves.at(-1)).toBe(1)
})

test('each step is the tree that this cost of a leaf prunes to', async () => {
  const grown = await grow('value')
  const { alpha, leaves } = pruningPath(grown)!
  expect(alpha.length).toBeGreaterThan(5)
  alpha.forEach((cost, at) => expect(leafCount(pruneTree(grown, cost * 1.000001))).toBe(leaves[at]))
})

test('the path of a pruned tree is the rest of the whole one', async () => {
  const grown = await grow('gini')
  const whole = pruningPath(grown)!
  const cost = (whole.alpha[2] + whole.alpha[3]) / 2
  const rest = pruningPath(pruneTree(grown, cost))!
  expect(rest.leaves).toEqual(whole.leaves.slice(2))
  rest.alpha.slice(1).forEach((alpha, at) => expect(alpha).toBeCloseTo(whole.alpha[at + 3], 12))
})

test('a single leaf has nothing to prune', async () => {
  const leaf = pruneTree(await grow('gini'), 1e9)
  expect(pruningPath(leaf)).toEqual({ alpha: [0], leaves: [1] })
})
