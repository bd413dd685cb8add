import type { Matrix } from '@/contract/catalog'
import { openWorkspace, type Workspace } from './kernel/kernel'
import type { Trees } from './types'

/** Rows that stay in the processor's cache while all trees look at them. */
export const rowsAtATime = 1024
const nodeBytes = 32

/** A block of rows and its scores, row by row and output by output. */
export interface Stretch {
  first: number
  end: number
  scores: Float64Array
  outputs: number
}

/** Trees as the kernel reads them, and room for a block of rows. */
interface Packed {
  workspace: Workspace
  /** Address of the root of each tree, and the questions on its longest way down, see `stepsBelow`. */
  roots: Int32Array
  steps: Int32Array
  rows: number
  scores: number
}

/** Models are asked again and again, and their trees are packed once for each width of rows. */
const known = new WeakMap<Trees, { columns: number; outputs: number; packed: Packed }>()

function packedOf(trees: Trees, columns: number, outputs: number): Packed {
  const found = known.get(trees)
  if (found?.columns === columns && found.outputs === outputs) return found.packed
  const packed = pack(trees, columns, outputs)
  known.set(trees, { columns, outputs, packed })
  return packed
}

function pack(trees: Trees, columns: number, outputs: number): Packed {
  const workspace = openWorkspace()
  const { feature, threshold, left, right, missingLeft, value } = trees
  const start = workspace.take(feature.length * nodeBytes)
  const rows = workspace.take(rowsAtATime * columns * 8)
  const scores = workspace.take(rowsAtATime * outputs * 8)
  const doubles = workspace.doubles(start, feature.length * 4)
  const ints = workspace.ints(start, feature.length * 8)
  const addressOf = (node: number) => start + node * nodeBytes
  feature.forEach((asked, node) => {
    const isLeaf = asked < 0
    doubles[node * 4] = isLeaf ? Infinity : threshold[node]
    ints[node * 8 + 2] = addressOf(isLeaf ? node : left[node])
    ints[node * 8 + 3] = addressOf(isLeaf ? node : right[node])
    ints[node * 8 + 4] = isLeaf ? 0 : asked * 8
    ints[node * 8 + 5] = isLeaf ? 1 : missingLeft[node]
    doubles[node * 4 + 3] = value[node]
  })
  const roots = trees.roots.map(addressOf)
  const steps = trees.roots.map((root) => stepsBelow(trees, root))
  return { workspace, roots, steps, rows, scores }
}

/** Questions on the longest way down; -1 where one is about categories, which the kernel does not know. */
function stepsBelow(trees: Trees, node: number): number {
  if (trees.feature[node] < 0) return 0
  if (trees.categories[node] >= 0) return -1
  const left = stepsBelow(trees, trees.left[node])
  const right = stepsBelow(trees, trees.right[node])
  return left < 0 || right < 0 ? -1 : 1 + Math.max(left, right)
}

/**
 * Adds the leaves of all trees to the scores of a block of rows, tree by tree; the scores are those of plain code bit
 * for bit. @param plain for a tree that asks about categories.
 */
export function descend(trees: Trees, x: Matrix, stretch: Stretch, plain: (tree: number) => void): void {
  const { first, end, scores, outputs } = stretch
  const { columns } = x
  const packed = packedOf(trees, columns, outputs)
  const { workspace } = packed
  const count = end - first
  workspace.doubles(packed.rows, count * columns).set(x.values.subarray(first * columns, end * columns))
  const own = scores.subarray(first * outputs, end * outputs)
  const room = workspace.doubles(packed.scores, count * outputs)
  room.set(own)
  for (let tree = 0; tree < packed.roots.length; tree++) {
    const steps = packed.steps[tree]
    if (steps < 0) {
      own.set(room)
      plain(tree)
      room.set(own)
      continue
    }
    const score = packed.scores + (tree % outputs) * 8
    workspace.kernel.descend(packed.roots[tree], steps, packed.rows, columns * 8, count, score, outputs * 8)
  }
  own.set(room)
}
