import type { ShapTree } from './shapTrees'

/**
 * Room for the paths of a walk, one after the other: the features asked on the way to a node, with the weights of all
 * subsets of them by size.
 */
interface Paths {
  feature: Int32Array
  /** Share of the training rows that goes on where the feature is unknown. */
  zero: Float64Array
  /** 1 where the row goes on, else 0. */
  one: Float64Array
  weight: Float64Array
}

/** What the tree answers on average over its training rows: the value of knowing nothing. */
export function expectedValue(tree: ShapTree, node = 0): number {
  if (tree.feature[node] < 0) return tree.value[node]
  const [left, right] = [tree.left[node], tree.right[node]]
  const mean = tree.cover[left] * expectedValue(tree, left) + tree.cover[right] * expectedValue(tree, right)
  return mean / tree.cover[node]
}

/**
 * Exact Shapley values of one row for one tree, where an unknown feature follows both branches by their share of
 * training rows (path-dependent TreeSHAP: Lundberg et al., From local explanations to global understanding with
 * explainable AI for trees, 2020, algorithm 2). They add up to the answer less `expectedValue`.
 * @param into one sum a feature, added to.
 */
export function treeShap(tree: ShapTree, row: ArrayLike<number>, into: Float64Array): void {
  const length = longestPath(tree)
  const paths = roomFor((length * (length + 1)) / 2)
  walk({ tree, row, into, paths }, 0, { start: 0, length: 0 }, { zero: 1, one: 1, feature: -1 })
}

const lengths = new WeakMap<ShapTree, number>()

/** Nodes on the longest way through a tree, and one for the start. */
function longestPath(tree: ShapTree): number {
  const known = lengths.get(tree) ?? 1 + nodesBelow(tree, 0)
  lengths.set(tree, known)
  return known
}

const nodesBelow = (tree: ShapTree, node: number): number =>
  tree.feature[node] < 0
    ? 1
    : 1 + Math.max(nodesBelow(tree, tree.left[node]), nodesBelow(tree, tree.right[node]))

let room: Paths = roomOf(256)

function roomOf(size: number): Paths {
  const numbers = () => new Float64Array(size)
  return { feature: new Int32Array(size), zero: numbers(), one: numbers(), weight: numbers() }
}

function roomFor(size: number): Paths {
  if (room.weight.length < size) room = roomOf(size)
  return room
}

interface Walk {
  tree: ShapTree
  row: ArrayLike<number>
  into: Float64Array
  paths: Paths
}

/** A path: where it begins, and how many features it has. */
interface Place {
  start: number
  length: number
}

interface Step {
  zero: number
  one: number
  feature: number
}

function walk(from: Walk, node: number, before: Place, step: Step): void {
  const { tree, row, paths } = from
  const path = extended(paths, before, step)
  const asked = tree.feature[node]
  if (asked < 0) return addLeaf(from, path, tree.value[node])
  const isLeft = tree.goesLeft(node, row[asked])
  const hot = isLeft ? tree.left[node] : tree.right[node]
  const cold = isLeft ? tree.right[node] : tree.left[node]
  let zero = 1
  let one = 1
  for (let i = path.start + 1; i < path.start + path.length; i++) {
    if (paths.feature[i] !== asked) continue
    zero = paths.zero[i]
    one = paths.one[i]
    unwind(paths, path, i - path.start)
    break
  }
  const cover = tree.cover[node]
  walk(from, hot, path, { zero: (zero * tree.cover[hot]) / cover, one, feature: asked })
  walk(from, cold, path, { zero: (zero * tree.cover[cold]) / cover, one: 0, feature: asked })
}

function addLeaf({ into, paths }: Walk, path: Place, value: number): void {
  for (let i = 1; i < path.length; i++) {
    const at = path.start + i
    into[paths.feature[at]] += unwoundSum(paths, path, i) * (paths.one[at] - paths.zero[at]) * value
  }
}

/** A copy behind the path, with one feature more. */
function extended(paths: Paths, before: Place, step: Step): Place {
  const last = before.length
  const start = before.start + last
  const { feature, zero, one, weight } = paths
  for (let i = 0; i < last; i++) {
    const at = before.start + i
    feature[start + i] = feature[at]
    zero[start + i] = zero[at]
    one[start + i] = one[at]
    weight[start + i] = weight[at]
  }
  feature[start + last] = step.feature
  zero[start + last] = step.zero
  one[start + last] = step.one
  weight[start + last] = last === 0 ? 1 : 0
  for (let i = last - 1; i >= 0; i--) {
    weight[start + i + 1] += (step.one * weight[start + i] * (i + 1)) / (last + 1)
    weight[start + i] = (step.zero * weight[start + i] * (last - i)) / (last + 1)
  }
  return { start, length: last + 1 }
}

/** Takes the feature at a place out of the path again, in place. */
function unwind({ feature, zero, one, weight }: Paths, path: Place, place: number): void {
  const { start } = path
  const last = path.length - 1
  const [ownZero, ownOne] = [zero[start + place], one[start + place]]
  let next = weight[start + last]
  for (let i = last - 1; i >= 0; i--) {
    const at = start + i
    if (ownOne !== 0) {
      const held = weight[at]
      weight[at] = (next * (last + 1)) / ((i + 1) * ownOne)
      next = held - (weight[at] * ownZero * (last - i)) / (last + 1)
    } else weight[at] = (weight[at] * (last + 1)) / (ownZero * (last - i))
  }
  for (let at = start + place; at < start + last; at++) {
    feature[at] = feature[at + 1]
    zero[at] = zero[at + 1]
    one[at] = one[at + 1]
  }
  path.length = last
}

/** Sum of the weights that the path would have without the feature at a place. */
function unwoundSum({ zero, one, weight }: Paths, { start, length }: Place, place: number): number {
  const last = length - 1
  const [ownZero, ownOne] = [zero[start + place], one[start + place]]
  let total = 0
  if (ownOne === 0) {
    for (let i = last - 1; i >= 0; i--) total += (weight[start + i] * (last + 1)) / (ownZero * (last - i))
    return total
  }
  let next = weight[start + last]
  for (let i = last - 1; i >= 0; i--) {
    const own = (next * (last + 1)) / ((i + 1) * ownOne)
    total += own
    next = weight[start + i] - (own * ownZero * (last - i)) / (last + 1)
  }
  return total
}
