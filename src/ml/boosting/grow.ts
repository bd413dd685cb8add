import type { Pulse } from '@/contract/pulse'
import { missingBin } from '../histogram/quantise'
import { binsOf, emptyHistogram, type Ground, type GrowRules } from './ground'
import { packingOf, rounderOf, unpacked, type Packing } from './histogram'
import type { Derivatives } from './losses'
import {
  bestCategorySplit,
  bestNumberSplit,
  bestOfNumbers,
  nodeValue,
  sidesOf,
  type Bounds,
  type Split,
  type Sums,
} from './splits'

/** A node of a tree that grows, with its rows as a stretch of the tree's. */
export interface Node extends Bounds {
  first: number
  end: number
  depth: number
  sums: Sums
  /** Newton step, without the learning rate. */
  value: number
  split: Split | null
  left: Node | null
  right: Node | null
  /** Address, 0 for none. */
  histogram: number
}

export interface GrownTree {
  root: Node
  leaves: Node[]
  /** The rows it learned from, leaf by leaf. */
  rows: Int32Array
}

/** One tree in the making. */
interface Growing {
  ground: Ground
  packing: Packing
  /** Features that it may ask about. */
  features: Int32Array
  /** Leaves so far that could still be split. */
  open: Node[]
  leaves: Node[]
}

/**
 * Grows a tree leaf by leaf, always where the loss falls most.
 * @param derivatives null where both lie in the workspace already.
 */
export async function growTree(
  ground: Ground,
  derivatives: Derivatives | null,
  { rows, features }: { rows: Int32Array; features: Int32Array },
  pulse: Pick<Pulse, 'breathe'>,
): Promise<GrownTree> {
  const { workspace, at } = ground
  workspace.ints(at.rows, rows.length).set(rows)
  workspace.ints(at.features, features.length).set(features)
  const { packing, root } = start(ground, derivatives, rows)
  const growing: Growing = { ground, packing, features, open: [], leaves: [] }
  if (canSplit(root, ground.rules)) {
    root.histogram = histogramOf(growing, root)
    place(growing, root)
  } else growing.leaves.push(root)
  while (growing.open.length > 0) {
    splitNext(growing)
    await pulse.breathe()
  }
  return { root, leaves: growing.leaves, rows: workspace.ints(at.rows, rows.length).slice() }
}

function start(ground: Ground, derivatives: Derivatives | null, rows: Int32Array) {
  const { workspace, at } = ground
  const { kernel } = workspace
  const bends = takeDerivatives(ground, derivatives)
  kernel.sum(at.rows, rows.length, at.gradient, bends ? at.hessian : 0, at.result)
  const [gradients, hessians] = workspace.doubles(at.result, 2)
  const packing = bends ? packingOf(hessians) : unpacked
  const rounder = rounderOf(rows.length, packing.unit)
  const packed = bends
    ? kernel.pack(at.rows, rows.length, at.hessian, at.packed, packing.unit, rounder)
    : rows.length
  const sums: Sums = { rows: rows.length, gradient: gradients, hessian: packed }
  const whole = { first: 0, end: rows.length, depth: 0, value: 0, lower: -Infinity, upper: Infinity }
  return { packing, root: nodeOf({ ...whole, sums }) }
}

/** @returns whether there are second derivatives. */
function takeDerivatives({ workspace, at, quantised }: Ground, derivatives: Derivatives | null): boolean {
  if (!derivatives) return true
  const { gradient, hessian } = derivatives
  workspace.floats(at.gradient, quantised.rows).set(gradient)
  if (hessian) workspace.floats(at.hessian, quantised.rows).set(hessian)
  return hessian !== null
}

const nodeOf = (own: Omit<Node, 'split' | 'left' | 'right' | 'histogram'>): Node => ({
  ...own,
  split: null,
  left: null,
  right: null,
  histogram: 0,
})

const canSplit = ({ sums, depth }: Node, { minSamplesLeaf, maxDepth }: GrowRules): boolean =>
  sums.rows >= 2 * minSamplesLeaf && sums.hessian >= 1e-3 && (maxDepth === null || depth < maxDepth)

function histogramOf({ ground, packing, features }: Growing, { first, end }: Node): number {
  const histogram = emptyHistogram(ground)
  const { workspace, at, quantised } = ground
  const own = at.rows + 4 * first
  workspace.kernel.gather(own, end - first, at.gradient, packing.constant ? 0 : at.packed, at.pairs)
  workspace.kernel.fill(
    ...([own, end - first, at.pairs, at.bins, 4 * quantised.rows] as const),
    ...([at.features, features.length, at.offsets, histogram] as const),
  )
  return histogram
}

/** Looks for the best split of a node, which makes it open for splitting or a leaf. */
function place(growing: Growing, node: Node): void {
  node.split = bestSplit(growing, node)
  if (node.split) growing.open.push(node)
  else close(growing, node)
}

function close({ ground, leaves }: Growing, node: Node): void {
  if (node.histogram) ground.spare.push(node.histogram)
  node.histogram = 0
  node.split = null
  leaves.push(node)
}

function bestSplit({ ground, packing, features }: Growing, node: Node): Split | null {
  const { quantised, rules, offsets } = ground
  const { histogram, sums, value, lower, upper } = node
  const { unit, constant: constantHessian } = packing
  const own = { histogram, sums, value, lower, upper, unit, constantHessian }
  if (ground.numbersOnly) return bestOfNumbers(ground, own, features.length)
  let best: Split | null = null
  const candidate = { ...own, at: 0, hasMissing: false, bins: 0 }
  for (const feature of features) {
    const { kind, count } = quantised.features[feature]
    candidate.at = offsets[feature]
    candidate.hasMissing = quantised.hasMissing[feature]
    candidate.bins = count
    const least: number = best?.gain ?? 0
    if (kind === 'category') {
      const found = bestCategorySplit(ground.workspace, candidate, rules, least)
      if (found) best = { ...found, feature, bin: 0 }
    } else {
      const found = bestNumberSplit(ground, candidate, rules, { direction: rules.directions[feature], least })
      if (found) best = { ...found, feature, leftBins: null }
    }
  }
  return best
}

/** Splits the open node that gains most. */
function splitNext(growing: Growing): void {
  const { ground, open, leaves } = growing
  const { rules } = ground
  let best = 0
  for (let i = 1; i < open.length; i++) if (open[i].split!.gain > open[best].split!.gain) best = i
  const [node] = open.splice(best, 1)
  const children = divide(growing, node)
  const full = leaves.length + open.length + 2 >= rules.leaves
  const splittable = children.filter((child) => !full && canSplit(child, rules))
  if (splittable.length > 0) shareHistogram(growing, node, children)
  else if (node.histogram) ground.spare.push(node.histogram)
  node.histogram = 0
  for (const child of children) {
    if (splittable.includes(child)) place(growing, child)
    else close(growing, child)
  }
  if (full) for (const other of open.splice(0)) close(growing, other)
}

function divide({ ground }: Growing, node: Node): [Node, Node] {
  const split = node.split!
  const { quantised, rules, workspace, at } = ground
  workspace.bytes(at.sides, missingBin + 1).set(sidesOf(split))
  const own = [at.rows + 4 * node.first, node.end - node.first] as const
  const column = binsOf(at.bins, split.feature, quantised.rows)
  const middle = node.first + workspace.kernel.partition(...own, column, at.sides, at.scratch)
  if (!quantised.hasMissing[split.feature]) split.missingLeft = middle - node.first > node.end - middle
  const right = {
    rows: node.sums.rows - split.left.rows,
    gradient: node.sums.gradient - split.left.gradient,
    hessian: node.sums.hessian - split.left.hessian,
  }
  const depth = node.depth + 1
  const valueOf = ({ gradient, hessian }: Sums) => nodeValue(gradient, hessian, rules.l2, node)
  const values = [valueOf(split.left), valueOf(right)]
  const [leftBounds, rightBounds] = boundsOf(node, values, rules.directions[split.feature])
  node.left = nodeOf({
    first: node.first,
    end: middle,
    depth,
    sums: split.left,
    value: values[0],
    ...leftBounds,
  })
  node.right = nodeOf({ first: middle, end: node.end, depth, sums: right, value: values[1], ...rightBounds })
  return [node.left, node.right]
}

/** A monotone question keeps all below it on its side of the middle between its two values. */
function boundsOf({ lower, upper }: Bounds, [left, right]: number[], direction: number): [Bounds, Bounds] {
  const all = { lower, upper }
  if (direction === 0) return [all, all]
  const middle = (left + right) / 2
  const [below, above] = [
    { lower, upper: middle },
    { lower: middle, upper },
  ]
  return direction > 0 ? [below, above] : [above, below]
}

/** Counts the smaller child; the larger one is what is left of the parent. */
function shareHistogram(growing: Growing, { histogram }: Node, [left, right]: [Node, Node]): void {
  const [small, large] = left.sums.rows < right.sums.rows ? [left, right] : [right, left]
  small.histogram = histogramOf(growing, small)
  growing.ground.workspace.kernel.subtract(histogram, small.histogram, growing.ground.size)
  large.histogram = histogram
}
