import type { TreeWeights } from './tree'

/** One node of a drawn tree. */
export interface DrawnNode {
  /** Name of the feature asked; null at a leaf. */
  feature: string | null
  threshold: number | null
  samples: number
  impurity: number
  depth: number
  /** Positions in the list of drawn nodes; null at a leaf and where the drawing ends. */
  left: number | null
  right: number | null
  /** True when the tree goes on below, but the drawing does not. */
  cut: boolean
  /** Most frequent class (its code), or null for values. */
  majority: number | null
  /** Rows of each class, in the order of the classes, when there are at most 20; else empty. */
  counts: number[]
  /** Mean of the target; null for classes. */
  value: number | null
}

export interface TreeDrawing {
  /** Breadth first, the root first; at most 199. */
  nodes: DrawnNode[]
  /** Nodes of the tree that are not drawn. */
  hidden: number
}

const mostNodes = 199
const mostCounts = 20

/** The upper part of a tree, as much as a screen can show. */
export function drawTree(tree: TreeWeights, features: readonly string[], isClasses: boolean): TreeDrawing {
  const shown = [0]
  const nodes: DrawnNode[] = []
  for (let at = 0; at < shown.length; at++) {
    const node = shown[at]
    const drawn = drawNode(tree, node, features, isClasses)
    nodes.push({ ...drawn, depth: at === 0 ? 0 : parentDepth(nodes, at) + 1 })
    if (tree.feature[node] < 0) continue
    if (shown.length + 2 > mostNodes) nodes[at].cut = true
    else {
      nodes[at].left = shown.push(tree.left[node]) - 1
      nodes[at].right = shown.push(tree.right[node]) - 1
    }
  }
  return { nodes, hidden: tree.feature.length - nodes.length }
}

const parentDepth = (nodes: DrawnNode[], child: number): number =>
  nodes.find((node) => node.left === child || node.right === child)?.depth ?? 0

function drawNode(
  tree: TreeWeights,
  node: number,
  features: readonly string[],
  isClasses: boolean,
): DrawnNode {
  const value = Array.from(tree.value.subarray(node * tree.width, (node + 1) * tree.width))
  const isLeaf = tree.feature[node] < 0
  return {
    feature: isLeaf ? null : features[tree.feature[node]],
    threshold: isLeaf ? null : tree.threshold[node],
    samples: tree.samples[node],
    impurity: tree.impurity[node],
    depth: 0,
    left: null,
    right: null,
    cut: false,
    majority: isClasses ? value.indexOf(Math.max(...value)) : null,
    counts: isClasses && value.length <= mostCounts ? value : [],
    value: isClasses ? null : value[0],
  }
}
