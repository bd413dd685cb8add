import { missingBin } from '../histogram/quantise'
import type { Ground } from './ground'
import type { Workspace } from './kernel/kernel'
import { rowsIn } from './histogram'
import type { Direction, SplitRules } from './rules'

/** Sums over the rows of a node. */
export interface Sums {
  rows: number
  gradient: number
  hessian: number
}

/** A question, and what it makes of the rows of a node. */
export interface Split {
  gain: number
  feature: number
  /** Last bin that goes left, of a number. */
  bin: number
  missingLeft: boolean
  /** Bins that go left, of a category; null for a number. */
  leftBins: Uint8Array | null
  left: Sums
}

/** Bounds between which a monotone constraint keeps the value of a node. */
export interface Bounds {
  lower: number
  upper: number
}

/** What a search for a split looks at. */
export interface Candidate extends Bounds {
  /** Address of the node's histogram, and the first byte of the feature in it. */
  histogram: number
  at: number
  unit: number
  /** All hessians are 1, so that a packed sum is the number of rows. */
  constantHessian: boolean
  sums: Sums
  /** Value of the node itself. */
  value: number
  hasMissing: boolean
  bins: number
}

const leastHessian = 1e-3

/** Newton step of the rows of a node, within its bounds. */
export function nodeValue(gradient: number, hessian: number, l2: number, { lower, upper }: Bounds): number {
  const value = -gradient / (hessian + l2 + 1e-15)
  return value < lower ? lower : value > upper ? upper : value
}

/** The best question about a number: between which bins, and where missing values go. */
export function bestNumberSplit(
  { workspace, at }: Pick<Ground, 'workspace' | 'at'>,
  node: Candidate,
  { minSamplesLeaf, l2 }: SplitRules,
  { direction, least }: { direction: Direction; least: number },
): Omit<Split, 'feature' | 'leftBins'> | null {
  const { sums } = node
  const found = workspace.kernel.split(
    ...([
      node.histogram + node.at,
      node.bins,
      Number(node.hasMissing),
      Number(node.constantHessian),
    ] as const),
    ...([node.unit, sums.rows, sums.gradient, sums.hessian, node.value, node.lower, node.upper] as const),
    ...([minSamplesLeaf, l2, direction, least, at.result] as const),
  )
  return found ? readSplit(workspace, at.result) : null
}

function readSplit(workspace: Workspace, address: number): Omit<Split, 'feature' | 'leftBins'> {
  const [gain, bin, rows, gradient, hessian, missingLeft] = workspace.doubles(address, 6)
  return { gain, bin, left: { rows, gradient, hessian }, missingLeft: missingLeft === 1 }
}

/** The best question about any of so many features whose numbers lie in the workspace; all are numbers. */
export function bestOfNumbers(
  { workspace, at, rules }: Ground,
  node: Omit<Candidate, 'at' | 'bins' | 'hasMissing'>,
  features: number,
): Split | null {
  const { sums } = node
  const feature = workspace.kernel.splitAny(
    ...([at.features, features, at.offsets, at.shapes, at.directions] as const),
    ...([node.histogram, Number(node.constantHessian), node.unit, sums.rows] as const),
    ...([sums.gradient, sums.hessian, node.value, node.lower, node.upper] as const),
    ...([rules.minSamplesLeaf, rules.l2, at.result] as const),
  )
  return feature < 0 ? null : { ...readSplit(workspace, at.result), feature, leftBins: null }
}

/** Rows that a category needs, so that chance does not order it. */
const leastSupport = 10

/**
 * The best division of categories in two: sorted by gradient over hessian, and cut from either end up to the middle
 * (Fisher 1958; as scikit-learn and LightGBM do). Rare categories go right with the larger half.
 */
export function bestCategorySplit(
  workspace: Workspace,
  node: Candidate,
  { minSamplesLeaf, l2 }: SplitRules,
  least: number,
): Omit<Split, 'feature' | 'bin'> | null {
  const { sums } = node
  const categories = orderedCategories(workspace, node)
  if (categories.length < 2) return null
  const own = sums.gradient * node.value
  let best = least
  let found = null as { left: Sums; count: number; order: typeof categories } | null
  const half = (categories.length + 1) >> 1
  for (const [order, middle] of [
    [categories, half],
    [categories.toReversed(), half - 1],
  ] as const) {
    const left: Sums = { rows: 0, gradient: 0, hessian: 0 }
    for (let i = 0; i < middle; i++) {
      left.rows += order[i].rows
      left.gradient += order[i].gradient
      left.hessian += order[i].hessian
      if (left.rows < minSamplesLeaf || left.hessian < leastHessian) continue
      const hessian = sums.hessian - left.hessian
      if (sums.rows - left.rows < minSamplesLeaf || hessian < leastHessian) break
      const gradient = sums.gradient - left.gradient
      const near = nodeValue(left.gradient, left.hessian, l2, node)
      const gain = own - near * left.gradient - nodeValue(gradient, hessian, l2, node) * gradient
      if (gain <= best) continue
      best = gain
      found = { left: { ...left }, count: i + 1, order }
    }
  }
  if (!found) return null
  const leftBins = new Uint8Array(missingBin + 1)
  for (const { bin } of found.order.slice(0, found.count)) leftBins[bin] = 1
  return { gain: best, left: found.left, leftBins, missingLeft: leftBins[missingBin] === 1 }
}

function orderedCategories(workspace: Workspace, node: Candidate) {
  const { unit, bins, hasMissing, sums } = node
  const histogram = workspace.doubles(node.histogram + node.at, 2 * (hasMissing ? missingBin + 1 : bins))
  const factor = sums.rows / sums.hessian
  const categories: (Sums & { bin: number; order: number })[] = []
  for (let i = 0; i < bins + (hasMissing ? 1 : 0); i++) {
    const bin = i < bins ? i : missingBin
    const sum = histogram[2 * bin + 1]
    const rows = rowsIn(sum, unit)
    const hessian = node.constantHessian ? sum : sum - rows * unit
    const gradient = histogram[2 * bin]
    if (hessian * factor >= leastSupport)
      categories.push({ bin, rows, gradient, hessian, order: gradient / (hessian + leastSupport) })
  }
  return categories.sort((a, b) => a.order - b.order || a.bin - b.bin)
}

/** Whether rows of each bin go left. */
export function sidesOf({ leftBins, bin, missingLeft }: Split): Uint8Array {
  if (leftBins) return leftBins
  const sides = new Uint8Array(missingBin + 1).fill(1, 0, bin + 1)
  sides[missingBin] = missingLeft ? 1 : 0
  return sides
}
