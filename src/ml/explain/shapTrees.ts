import { binOf, edgeFinder, mostBins } from '../histogram/edges'
import { binOfCode, featureOf, isCategoryCode, isMissingLeft, type ForestWeights } from '../forest/types'
import type { TreeWeights } from '../tree/tree'

/** One tree as TreeSHAP walks it, whatever the learner keeps. */
export interface ShapTree {
  /** Feature that a node asks about, -1 for a leaf. The root is node 0. */
  feature: ArrayLike<number>
  left: ArrayLike<number>
  right: ArrayLike<number>
  /** Training rows at each node. */
  cover: ArrayLike<number>
  /** What a node answers for the output that is explained; read at leaves alone. */
  value: ArrayLike<number>
  /** @param value as `asCompared` gives it. */
  goesLeft(node: number, value: number): boolean
}

/** A model as trees whose answers are added up. */
export interface ShapTrees {
  trees: ShapTree[]
  /** What the sum of the trees' answers is multiplied by, and what is added then. */
  weight: number
  offset: number
  /** The values of a row as the questions of the trees compare them. */
  asCompared(row: ArrayLike<number>): ArrayLike<number>
}

/** Trees of a model whose weights keep the rows of each node; null for every other. @param output index of the class, 0 for a number. */
export function shapTreesOf(type: string, weights: unknown, output: number): ShapTrees | null {
  if (type === 'build/decision-tree')
    return { ...means(1), trees: [ofTree(weights as TreeWeights, output)], asCompared: (row) => row }
  if (type === 'build/random-forest' || type === 'build/extra-trees')
    return ofForest(weights as ForestWeights, output)
  return null
}

/** Trees whose answers are averaged. */
const means = (count: number) => ({ weight: 1 / count, offset: 0 })

function ofTree(
  { feature, left, right, samples, value, width, threshold }: TreeWeights,
  output: number,
): ShapTree {
  const answer = Float64Array.from(samples, (rows, node) =>
    width === 1 ? value[node] : value[node * width + output] / rows,
  )
  return {
    feature,
    left,
    right,
    cover: samples,
    value: answer,
    goesLeft: (node, own) => own <= threshold[node],
  }
}

function ofForest(weights: ForestWeights, output: number): ShapTrees {
  const { edges, categoryBins, roots, codes } = weights
  const finders = edges.map((own, feature) => (categoryBins[feature].length > 0 ? null : edgeFinder(own)))
  const binFor = (feature: number, value: number): number => {
    if (value !== value) return mostBins
    const finder = finders[feature]
    return finder ? binOf(finder, value) : (categoryBins[feature][value] ?? mostBins)
  }
  const trees = Array.from(roots, (root, tree) =>
    ofRoot(weights, { root, end: roots[tree + 1] ?? codes.length, output }),
  )
  return {
    ...means(trees.length),
    trees,
    asCompared: (row) => Uint8Array.from(row, (value, feature) => binFor(feature, value)),
  }
}

interface Grown {
  root: number
  end: number
  output: number
}

/** A forest's node is followed by its left branch. */
function ofRoot(weights: ForestWeights, { root, end, output }: Grown): ShapTree {
  const { codes, right, samples, leaves, width, places, categoryBits } = weights
  const own = codes.slice(root, end)
  const isLeft = (node: number, bin: number): boolean => {
    const code = own[node]
    if (bin === mostBins) return isMissingLeft(code)
    if (!isCategoryCode(code)) return bin <= binOfCode(code)
    return ((categoryBits[places[root + node] + (bin >> 3)] >> (bin & 7)) & 1) === 1
  }
  return {
    feature: Int32Array.from(own, (code) => (code < 0 ? -1 : featureOf(code))),
    left: Int32Array.from(own, (_, node) => node + 1),
    right: right.slice(root, end),
    cover: samples.slice(root, end),
    value: Float64Array.from(own, (code) => (code < 0 ? leaves[~code * width + output] : 0)),
    goesLeft: isLeft,
  }
}
