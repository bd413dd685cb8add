import type { TreeWeights } from './tree'

/** The trees that cost-complexity pruning goes through, from the whole tree to its root alone. */
export interface PruningPath {
  /** Cost of a leaf from which on the tree is this small; 0 for the whole one. */
  alpha: number[]
  leaves: number[]
}

/** A tree with more leaves than this has a path too long to walk, and to look at. */
const mostLeaves = 1000

/**
 * The path of minimal cost-complexity pruning (Breiman et al., Classification and Regression Trees, 3.3): at each step the
 * branch that brings least for each of its leaves becomes a leaf.
 * @returns null for a tree with too many leaves.
 */
export function pruningPath(tree: TreeWeights): PruningPath | null {
  const branches = tree.feature.reduce((count, asked) => count + (asked < 0 ? 0 : 1), 0)
  if (branches + 1 > mostLeaves) return null
  const isLeaf = Uint8Array.from(tree.feature, (asked) => (asked < 0 ? 1 : 0))
  const path: PruningPath = { alpha: [0], leaves: [branches + 1] }
  let leaves = branches + 1
  let alpha = 0
  while (leaves > 1) {
    const { gain, node, under } = weakestBranch(tree, isLeaf)
    isLeaf[node] = 1
    leaves -= under - 1
    // What brings no more than the step before goes with it.
    if (gain > alpha * (1 + rounding) + rounding) {
      alpha = gain
      path.alpha.push(alpha)
      path.leaves.push(leaves)
    } else path.leaves[path.leaves.length - 1] = leaves
  }
  return path
}

const rounding = 1e-12

/** The branch whose questions take least from the impurity for each leaf that they add. */
function weakestBranch(tree: TreeWeights, isLeaf: Uint8Array) {
  const { left, right, impurity, samples } = tree
  const cost = new Float64Array(isLeaf.length)
  const leaves = new Int32Array(isLeaf.length)
  const reached = reachedNodes(tree, isLeaf)
  let weakest = { gain: Infinity, node: 0, under: 1 }
  for (let at = reached.length - 1; at >= 0; at--) {
    const node = reached[at]
    const own = impurity[node] * (samples[node] / samples[0])
    if (isLeaf[node]) {
      cost[node] = own
      leaves[node] = 1
      continue
    }
    cost[node] = cost[left[node]] + cost[right[node]]
    leaves[node] = leaves[left[node]] + leaves[right[node]]
    const gain = (own - cost[node]) / (leaves[node] - 1)
    if (gain < weakest.gain) weakest = { gain, node, under: leaves[node] }
  }
  return weakest
}

/** Nodes down to the first leaves; parents before their children. */
function reachedNodes({ left, right }: TreeWeights, isLeaf: Uint8Array): number[] {
  const reached = [0]
  for (let at = 0; at < reached.length; at++) {
    const node = reached[at]
    if (!isLeaf[node]) reached.push(left[node], right[node])
  }
  return reached
}
