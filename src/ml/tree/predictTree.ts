import type { Matrix } from '@/contract/catalog'
import type { Scores } from '@/values/model'
import type { TreeWeights } from './tree'

/** Class shares, or the mean, of the leaf that each row falls into. */
export function predictTree(tree: TreeWeights, x: Matrix, classes: number): Scores {
  const { width } = tree
  const values = new Float64Array(x.rows * width)
  for (let row = 0; row < x.rows; row++) {
    const leaf = leafOf(tree, x, row)
    const size = classes === 0 ? 1 : tree.samples[leaf]
    for (let i = 0; i < width; i++) values[row * width + i] = tree.value[leaf * width + i] / size
  }
  return { rows: x.rows, width, values }
}

export function leafOf(tree: TreeWeights, x: Matrix, row: number): number {
  const start = row * x.columns
  let node = 0
  while (tree.feature[node] >= 0)
    node = x.values[start + tree.feature[node]] <= tree.threshold[node] ? tree.left[node] : tree.right[node]
  return node
}
