import { log } from '@/base/math'
import type { Matrix } from '@/contract/catalog'
import type { BoostingWeights, Trees } from '../boosting/types'
import type { ShapTree, ShapTrees } from './shapTrees'

/** What the trees of a boosting add up to, where that is not the answer itself. */
export type AddsUpTo = 'log-odds' | 'score' | 'logarithm'

/** A branch that no row reaches still has a share, so that none is divided by nothing. */
const leastCover = 0.5

/**
 * The trees of a boosting for one output. They add up to the score before it becomes a probability, since probabilities
 * are no sums. @param output index of the class, 0 for a number. @param training rows that tell how many reach a node.
 */
export function boostedTrees(
  { baseline, scale, trees, loss }: BoostingWeights,
  output: number,
  training: Matrix,
): ShapTrees & { addsUpTo: AddsUpTo | null } {
  const outputs = baseline.length
  const own = outputs === 1 ? 0 : output
  const sign = loss === 'logistic' && output === 0 ? -1 : 1
  const isValue = loss !== 'logistic' && loss !== 'softmax' && loss !== 'poisson'
  const weight = isValue ? scale : sign
  const offset = loss === 'poisson' ? baseline[own] + log(scale) : weight * baseline[own]
  const roots = Array.from(trees.roots).filter((_, tree) => tree % outputs === own)
  const shared = { ...trees, cover: coversOf(trees, roots, training) }
  return {
    trees: roots.map((root) => treeFrom(shared, root)),
    weight,
    offset,
    asCompared: (row) => row,
    addsUpTo: isValue ? null : loss === 'softmax' ? 'score' : loss === 'poisson' ? 'logarithm' : 'log-odds',
  }
}

/** Nodes of all trees are numbered through; a tree as it is walked counts from its root. */
function treeFrom(trees: Trees & { cover: Float64Array }, root: number): ShapTree {
  const end = trees.roots.find((other) => other > root) ?? trees.feature.length
  const from = (nodes: Int32Array) => nodes.slice(root, end).map((node) => node - root)
  return {
    feature: trees.feature.slice(root, end),
    left: from(trees.left),
    right: from(trees.right),
    cover: trees.cover.slice(root, end),
    value: trees.value.slice(root, end),
    goesLeft: (node, value) => goesLeft(trees, root + node, value),
  }
}

function goesLeft(trees: Trees, node: number, value: number): boolean {
  if (value <= trees.threshold[node]) return true
  if (value !== value) return trees.missingLeft[node] === 1
  const place = trees.categories[node] + value
  return trees.categories[node] >= 0 && ((trees.categoryBits[place >> 3] >> (place & 7)) & 1) === 1
}

function coversOf(trees: Trees, roots: number[], { rows, columns, values }: Matrix): Float64Array {
  const cover = new Float64Array(trees.feature.length)
  for (const root of roots) {
    for (let row = 0; row < rows; row++) {
      let node = root
      while (trees.feature[node] >= 0)
        node = goesLeft(trees, node, values[row * columns + trees.feature[node]])
          ? trees.left[node]
          : trees.right[node]
      cover[node]++
    }
    addUp(trees, root, cover)
  }
  return cover
}

function addUp(trees: Trees, node: number, cover: Float64Array): number {
  const own =
    trees.feature[node] < 0
      ? Math.max(cover[node], leastCover)
      : addUp(trees, trees.left[node], cover) + addUp(trees, trees.right[node], cover)
  cover[node] = own
  return own
}
