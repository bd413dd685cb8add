import type { ShapTree } from './shapTrees'

/** What the tree answers on average over its training rows: the value of knowing nothing. */
export function expectedValue(tree: ShapTree, node = 0): number {
  if (tree.feature[node] < 0) return tree.value[node]
  const [left, right] = [tree.left[node], tree.right[node]]
  const mean = tree.cover[left] * expectedValue(tree, left) + tree.cover[right] * expectedValue(tree, right)
  return mean / tree.cover[node]
}

/** A leaf with the features that are asked on the way to it, each once. */
interface Leaf {
  features: Int32Array
  /** For each feature the share of the training rows that goes on where it is unknown. */
  zeros: Float64Array
  value: number
  /** What each feature adds, by the features (as bits) whose questions a row answers on the way to the leaf. */
  known: Map<number, Float64Array>
}

/** More features than bits are not looked up. */
const mostBits = 30
/** Sets that a leaf remembers, so that deep trees leave room. */
const mostKnown = 256

/**
 * Exact Shapley values of rows for one tree, where an unknown feature follows both branches by their share of training
 * rows (path-dependent TreeSHAP: Lundberg et al., From local explanations to global understanding with explainable AI
 * for trees, 2020). They add up to the answer less `expectedValue`. What a leaf adds depends only on which questions on
 * the way to it a row answers, so it is worked out once for each set of them (as in Yang, Fast TreeSHAP, 2021).
 * @returns a function that adds one sum a feature to `into`. @param row as the tree's questions compare it.
 */
export function treeExplainer(tree: ShapTree): (row: ArrayLike<number>, into: Float64Array) => void {
  const { slots, leaves, longest } = waysThrough(tree)
  const ones = new Uint8Array(longest).fill(1)
  return (row, into) => {
    const visit = (node: number, mask: number): void => {
      const asked = tree.feature[node]
      if (asked < 0) return add(leaves[node]!, mask, ones, into)
      const isLeft = tree.goesLeft(node, row[asked])
      const slot = slots[node]
      visit(isLeft ? tree.left[node] : tree.right[node], mask)
      const before = ones[slot]
      ones[slot] = 0
      visit(isLeft ? tree.right[node] : tree.left[node], slot < mostBits ? mask & ~(1 << slot) : mask)
      ones[slot] = before
    }
    visit(0, -1)
  }
}

function add(leaf: Leaf, mask: number, ones: Uint8Array, into: Float64Array): void {
  const { features } = leaf
  const sums = sumsOf(leaf, mask, ones)
  for (let i = 0; i < features.length; i++) into[features[i]] += sums[i]
}

function sumsOf(leaf: Leaf, mask: number, ones: Uint8Array): Float64Array {
  const count = leaf.features.length
  if (count > mostBits) return contributions(leaf, ones)
  const key = mask & ((1 << count) - 1)
  const found = leaf.known.get(key)
  if (found) return found
  const made = contributions(leaf, ones)
  if (leaf.known.size < mostKnown) leaf.known.set(key, made)
  return made
}

interface Ways {
  /** For each question the place of its feature on the way to the leaves below. */
  slots: Int32Array
  /** By node; null for questions. */
  leaves: (Leaf | null)[]
  /** Features on the longest way, and one at least. */
  longest: number
}

function waysThrough(tree: ShapTree): Ways {
  const slots = new Int32Array(tree.feature.length)
  const leaves = Array.from<Leaf | null>({ length: tree.feature.length }).fill(null)
  let longest = 1
  const visit = (node: number, features: number[], zeros: number[]): void => {
    longest = Math.max(longest, features.length)
    const asked = tree.feature[node]
    if (asked < 0) {
      leaves[node] = leafOf(features, zeros, tree.value[node])
      return
    }
    const known = features.indexOf(asked)
    const slot = known < 0 ? features.length : known
    slots[node] = slot
    for (const child of [tree.left[node], tree.right[node]]) {
      const share = ((known < 0 ? 1 : zeros[slot]) * tree.cover[child]) / tree.cover[node]
      visit(child, known < 0 ? [...features, asked] : features, replaced(zeros, slot, share))
    }
  }
  visit(0, [], [])
  return { slots, leaves, longest }
}

function replaced(values: readonly number[], place: number, value: number): number[] {
  const copy = values.slice()
  copy[place] = value
  return copy
}

const leafOf = (features: number[], zeros: number[], value: number): Leaf => ({
  features: Int32Array.from(features),
  zeros: Float64Array.from(zeros),
  value,
  known: new Map(),
})

/** What each feature on the way to a leaf adds for rows that answer these questions. */
function contributions({ zeros, value }: Leaf, ones: Uint8Array): Float64Array {
  const weights = subsetWeights(zeros, ones)
  return zeros.map((zero, i) => withoutOne(weights, zero, ones[i]) * (ones[i] - zero) * value)
}

/** Weights of all subsets of the features by size, each feature taken up in turn. */
function subsetWeights(zeros: Float64Array, ones: Uint8Array): Float64Array {
  const weights = new Float64Array(zeros.length + 1)
  weights[0] = 1
  for (let last = 1; last <= zeros.length; last++) {
    const [zero, one] = [zeros[last - 1], ones[last - 1]]
    for (let i = last - 1; i >= 0; i--) {
      weights[i + 1] += (one * weights[i] * (i + 1)) / (last + 1)
      weights[i] = (zero * weights[i] * (last - i)) / (last + 1)
    }
  }
  return weights
}

/** Sum of the weights without one of the features. */
function withoutOne(weights: Float64Array, zero: number, one: number): number {
  const last = weights.length - 1
  let total = 0
  if (one === 0) {
    for (let i = last - 1; i >= 0; i--) total += (weights[i] * (last + 1)) / (zero * (last - i))
    return total
  }
  let next = weights[last]
  for (let i = last - 1; i >= 0; i--) {
    const own = (next * (last + 1)) / (i + 1)
    total += own
    next = weights[i] - (own * zero * (last - i)) / (last + 1)
  }
  return total
}
