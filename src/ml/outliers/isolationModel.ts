import { pow } from '@/base/math'
import type { Matrix } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import type { Scores } from '@/values/model'
import { quantile } from '../recipe/order'
import { averagePath, fitIsolationForest, pathLength, type CompactTree } from './isolationForest'

export interface IsolationParams {
  trees: number
  sample: number
  limit: 'usual' | 'share'
  share: number
}

/** All trees one after the other; tree i has the places from `roots[i]` to `roots[i + 1]`, which it counts from 0. */
export type IsolationWeights = {
  sample: number
  roots: Int32Array
  feature: Int32Array
  value: Float64Array
  left: Int32Array
  /** Rows with a larger score are unusual. */
  limit: number
}

/** Rows between two breaths. */
const block = 1024

/**
 * An isolation forest with the score above which rows are unusual: 0.5, as scikit-learn's `contamination="auto"`, or that
 * which the given share of the training rows exceeds.
 */
export async function fitIsolation(
  x: Matrix,
  { trees, sample, limit, share }: IsolationParams,
  seed: number,
  pulse: Pulse,
): Promise<IsolationWeights> {
  const columns = Array.from({ length: x.columns }, (_, i) =>
    Float64Array.from({ length: x.rows }, (_row, row) => x.values[row * x.columns + i]),
  )
  const forest = await fitIsolationForest(columns, { trees, sample }, seed, pulse)
  const roots = new Int32Array(trees + 1)
  forest.trees.forEach((tree, i) => (roots[i + 1] = roots[i] + tree.feature.length))
  const weights: IsolationWeights = {
    sample: forest.sample,
    roots,
    feature: Int32Array.from(forest.trees.flatMap((tree) => tree.feature)),
    value: Float64Array.from(forest.trees.flatMap((tree) => tree.value)),
    left: Int32Array.from(forest.trees.flatMap((tree) => tree.left)),
    // Rows that are all the same score 0.5 but for the last digit.
    limit: 0.5 + 1e-9,
  }
  if (limit === 'usual') return weights
  const scores = new Float64Array(x.rows)
  for (let from = 0; from < x.rows; from += block) {
    const to = Math.min(x.rows, from + block)
    const values = x.values.subarray(from * x.columns, to * x.columns)
    scores.set(isolationOf(weights, { rows: to - from, columns: x.columns, values }), from)
    await pulse.breathe()
  }
  return { ...weights, limit: quantile(scores.sort(), 1 - share) }
}

const compact = new WeakMap<IsolationWeights, CompactTree[]>()

function treesOf(weights: IsolationWeights): CompactTree[] {
  const kept = compact.get(weights)
  if (kept) return kept
  const { roots, feature, value, left } = weights
  const trees = Array.from({ length: roots.length - 1 }, (_, i) => ({
    feature: feature.subarray(roots[i], roots[i + 1]),
    value: value.subarray(roots[i], roots[i + 1]),
    left: left.subarray(roots[i], roots[i + 1]),
  }))
  compact.set(weights, trees)
  return trees
}

/** How odd each row is, from 0 to 1: the negative of scikit-learn's `score_samples`. */
export function isolationOf(weights: IsolationWeights, { rows, columns, values }: Matrix): Float64Array {
  const trees = treesOf(weights)
  const usual = Math.max(averagePath(weights.sample), 1e-12)
  const scores = new Float64Array(rows)
  for (const tree of trees)
    for (let row = 0; row < rows; row++) scores[row] += pathLength(tree, values, row * columns)
  return scores.map((length) => pow(2, -length / trees.length / usual))
}

/** Usual and unusual, as shares of one: 0.5 at the limit, and with the limit at 0.5 the score itself. */
export function isolationShares(weights: IsolationWeights, x: Matrix): Scores {
  const { limit } = weights
  const values = new Float64Array(x.rows * 2)
  isolationOf(weights, x).forEach((score, row) => {
    const unusual = score <= limit ? score / limit / 2 : 0.5 + (score - limit) / (1 - limit) / 2
    values[2 * row] = 1 - unusual
    values[2 * row + 1] = unusual
  })
  return { rows: x.rows, width: 2, values }
}
