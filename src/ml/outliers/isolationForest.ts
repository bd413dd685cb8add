import { log, pow } from '@/base/math'
import { makeRandom, type Random } from '@/base/random'
import type { Pulse } from '@/contract/pulse'
import { allRows } from '@/values/table'

/**
 * A tree that parts rows by chance until each is alone. `feature` is −1 at a leaf, where `value` is the length of the
 * path to it; elsewhere rows with a value ≤ `value` go to `left`, the others to the place after it.
 */
export type IsolationTree = { feature: number[]; value: number[]; left: number[] }

/** `sample` is how many rows each tree has seen. Plain JSON. */
export type IsolationForest = { sample: number; trees: IsolationTree[] }

export interface ForestSize {
  trees: number
  /** Rows that each tree sees, at most. */
  sample: number
}

/**
 * Isolation forest (Liu, Ting and Zhou 2008): rows that are soon alone when the data are cut at random places are odd
 * ones. Paths are cut short at the depth log₂ of the sample.
 * @param columns finite numbers
 */
export async function fitIsolationForest(
  columns: readonly Float64Array[],
  size: ForestSize,
  seed: number,
  pulse: Pulse,
): Promise<IsolationForest> {
  const rowCount = columns[0].length
  const sample = Math.min(size.sample, rowCount)
  const random = makeRandom(seed)
  const rows = allRows(rowCount)
  const trees: IsolationTree[] = []
  for (let i = 0; i < size.trees; i++) {
    trees.push(growTree(columns, drawFirst(rows, sample, random), random))
    await pulse.breathe()
  }
  return { sample, trees }
}

/** Rows drawn without repeats, by shuffling only as many places as are needed; changes the order of `rows`. */
function drawFirst(rows: Int32Array, count: number, random: Random): Int32Array {
  for (let i = 0; i < count; i++) {
    const j = i + random.integer(rows.length - i)
    const held = rows[i]
    rows[i] = rows[j]
    rows[j] = held
  }
  return rows.slice(0, count)
}

interface Part {
  node: number
  rows: Int32Array
  depth: number
}

function growTree(columns: readonly Float64Array[], rows: Int32Array, random: Random): IsolationTree {
  const tree: IsolationTree = { feature: [-1], value: [0], left: [-1] }
  const deepest = depthLimit(rows.length)
  const open: Part[] = [{ node: 0, rows, depth: 0 }]
  for (let part = open.pop(); part; part = open.pop()) {
    const { node, depth } = part
    const cut = depth < deepest && part.rows.length > 1 ? drawCut(columns, part.rows, random) : null
    if (!cut) {
      tree.value[node] = depth + averagePath(part.rows.length)
      continue
    }
    const values = columns[cut.feature]
    const left = tree.feature.push(-1, -1) - 2
    tree.value.push(0, 0)
    tree.left.push(-1, -1)
    tree.feature[node] = cut.feature
    tree.value[node] = cut.value
    tree.left[node] = left
    open.push({
      node: left + 1,
      rows: part.rows.filter((row) => !(values[row] <= cut.value)),
      depth: depth + 1,
    })
    open.push({ node: left, rows: part.rows.filter((row) => values[row] <= cut.value), depth: depth + 1 })
  }
  return tree
}

function depthLimit(rows: number): number {
  let depth = 0
  while (2 ** depth < Math.max(rows, 2)) depth++
  return depth
}

/** A place anywhere between the least and the largest value of a column that varies; null where none does. */
function drawCut(columns: readonly Float64Array[], rows: Int32Array, random: Random) {
  const left = Array.from(columns.keys())
  while (left.length > 0) {
    const [feature] = left.splice(random.integer(left.length), 1)
    let [least, largest] = [Infinity, -Infinity]
    for (const row of rows) {
      least = Math.min(least, columns[feature][row])
      largest = Math.max(largest, columns[feature][row])
    }
    const value = between(least, largest, random.next())
    if (value >= least && value < largest) return { feature, value: value + 0 }
  }
  return null
}

/** With six digits where these still lie between both, which keeps the written forest small. */
function between(least: number, largest: number, share: number): number {
  const value = least * (1 - share) + largest * share
  const short = Number(value.toPrecision(6))
  return short >= least && short < largest ? short : value
}

/** Euler's constant. */
const gamma = 0.5772156649015329

/** Mean length of the path of an unsuccessful search in a binary search tree of so many rows: 2·H(n−1) − 2(n−1)/n. */
export function averagePath(rows: number): number {
  if (rows <= 1) return 0
  if (rows === 2) return 1
  return 2 * (log(rows - 1) + gamma) - (2 * (rows - 1)) / rows
}

/**
 * How odd each row is, from 0 to 1: 2^(−mean path / average path of the sample), the negative of scikit-learn's
 * `score_samples`; about 0.5 where nothing is. NaN for a row that lacks a value.
 */
export async function isolationScores(
  { trees, sample }: IsolationForest,
  columns: readonly Float64Array[],
  pulse: Pulse,
): Promise<Float64Array> {
  const rows = columns[0].length
  const scores = new Float64Array(rows)
  const usual = Math.max(averagePath(sample), 1e-12)
  const compact = trees.map((tree) => ({
    feature: Int32Array.from(tree.feature),
    value: Float64Array.from(tree.value),
    left: Int32Array.from(tree.left),
  }))
  const width = columns.length
  const values = new Float64Array(block * width)
  for (let start = 0; start < rows; start += block) {
    const count = Math.min(rows - start, block)
    for (let i = 0; i < width; i++)
      for (let row = 0; row < count; row++) values[row * width + i] = columns[i][start + row]
    for (const tree of compact)
      for (let row = 0; row < count; row++) scores[start + row] += pathLength(tree, values, row * width)
    for (let row = start; row < start + count; row++) {
      const gap = columns.some((each) => Number.isNaN(each[row]))
      scores[row] = gap ? NaN : pow(2, -scores[row] / trees.length / usual)
    }
    pulse.progress({ share: (start + count) / rows, message: `Row ${start + count}` })
    await pulse.breathe()
  }
  return scores
}

/** Rows between two breaths. */
const block = 512

export interface CompactTree {
  feature: Int32Array
  value: Float64Array
  left: Int32Array
}

/** @param row where the values of the row begin */
export function pathLength({ feature, value, left }: CompactTree, values: Float64Array, row: number): number {
  let node = 0
  for (let asked = feature[0]; asked >= 0; asked = feature[node])
    node = values[row + asked] <= value[node] ? left[node] : left[node] + 1
  return value[node]
}
