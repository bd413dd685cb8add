import type { Pulse } from '@/contract/pulse'
import type { Criterion } from './criterion'
import type { Presorted } from './presort'
import { TreeBuilder, type TreeWeights } from './tree'

export interface GrowParams {
  maxDepth: number
  minSamplesSplit: number
  minSamplesLeaf: number
}

/** A part of every order, from `start` to before `end`, that becomes a node. */
interface Task {
  start: number
  end: number
  depth: number
  parent: number
  side: 'left' | 'right'
}

interface Split {
  feature: number
  size: number
  threshold: number
}

/** Elements looked at between two breaths: a few milliseconds. */
const workBetweenBreaths = 200_000

/**
 * Grows a tree (CART, Breiman et al. 1984) depth first, left branch first, trying every cut between two different
 * values of every feature, as scikit-learn does: thresholds lie in the middle, and cuts without gain are taken too
 * (they can prepare a good one). Of equally good cuts the first feature and the smallest threshold win.
 */
export async function growTree(
  data: Presorted,
  criterion: Criterion,
  params: GrowParams,
  pulse: Pulse,
): Promise<TreeWeights> {
  const builder = new TreeBuilder(criterion.width)
  const sides = new Uint8Array(data.rows)
  const spare = new Int32Array(data.rows)
  const tasks: Task[] = [{ start: 0, end: data.rows, depth: 0, parent: -1, side: 'left' }]
  let work = 0
  let settled = 0
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    work += (task.end - task.start) * data.columns.length
    if (work > workBetweenBreaths) {
      await pulse.breathe()
      pulse.progress({ share: settled / data.rows, message: `${builder.feature.length} nodes` })
      work = 0
    }
    const { node, open } = addNode(builder, data, criterion, { task, params })
    const split = open
      ? await bestSplit(data, criterion, { task, least: params.minSamplesLeaf, pulse })
      : null
    if (!split) {
      settled += task.end - task.start
      continue
    }
    builder.split(node, split.feature, split.threshold)
    await divide(data, { task, split, sides, spare, pulse })
    const middle = task.start + split.size
    tasks.push({ start: middle, end: task.end, depth: task.depth + 1, parent: node, side: 'right' })
    tasks.push({ start: task.start, end: middle, depth: task.depth + 1, parent: node, side: 'left' })
  }
  return builder.finish(data.columns.length)
}

function addNode(
  builder: TreeBuilder,
  data: Presorted,
  criterion: Criterion,
  at: { task: Task; params: GrowParams },
) {
  const { start, end, depth, parent, side } = at.task
  const size = end - start
  const { impurity, value, pure } = criterion.enter(data.orders[0].subarray(start, end))
  const node = builder.push(size, impurity, value, depth)
  if (parent >= 0) builder[side][parent] = node
  const { maxDepth, minSamplesSplit, minSamplesLeaf } = at.params
  const open = !pure && depth < maxDepth && size >= minSamplesSplit && size >= 2 * minSamplesLeaf
  return { node, open }
}

async function bestSplit(
  data: Presorted,
  criterion: Criterion,
  at: { task: Task; least: number; pulse: Pulse },
) {
  const { start, end } = at.task
  const large = (end - start) * data.columns.length > workBetweenBreaths
  let best: (Split & { score: number }) | null = null
  for (let feature = 0; feature < data.columns.length; feature++) {
    if (large) await at.pulse.breathe()
    const values = data.columns[feature]
    const rows = data.orders[feature].subarray(start, end)
    const cut = criterion.cut(rows, values, at.least)
    if (!cut || (best && cut.score <= best.score)) continue
    best = { ...cut, feature, threshold: between(values[rows[cut.size - 1]], values[rows[cut.size]]) }
  }
  return best
}

/** The middle; the lower value where rounding would give the upper one, which must stay on the right. */
function between(low: number, high: number): number {
  const middle = low / 2 + high / 2
  return middle < high ? middle : low
}

/** Divides the node's part of every order into left and right, keeping both in order. */
async function divide(
  data: Presorted,
  at: { task: Task; split: Split; sides: Uint8Array; spare: Int32Array; pulse: Pulse },
): Promise<void> {
  const { task, split, sides, spare } = at
  const chosen = data.orders[split.feature]
  for (let i = task.start; i < task.end; i++) sides[chosen[i]] = i < task.start + split.size ? 0 : 1
  const large = (task.end - task.start) * data.columns.length > workBetweenBreaths
  for (const order of data.orders) {
    if (large) await at.pulse.breathe()
    let left = task.start
    let right = 0
    for (let i = task.start; i < task.end; i++) {
      const row = order[i]
      if (sides[row] === 0) order[left++] = row
      else spare[right++] = row
    }
    order.set(spare.subarray(0, right), left)
  }
}
