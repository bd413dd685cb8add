import { exp, sigmoid } from '@/base/math'
import type { Matrix } from '@/contract/catalog'
import type { Scores } from '@/values/model'
import { descend, rowsAtATime, type Stretch } from './descent'
import type { BoostingWeights, Trees } from './types'

/** Fewer rows are not worth the way into the kernel. */
const fewRows = 64

/** Chances of the classes, or values. */
export function predictBoosting(weights: BoostingWeights, x: Matrix, classes: number): Scores {
  const raw = rawScores(weights, x)
  const { rows } = x
  if (weights.loss === 'softmax') return { rows, width: classes, values: softmaxOf(raw, rows, classes) }
  if (weights.loss !== 'logistic')
    return { rows, width: 1, values: raw.map((score) => valueOf(score, weights)) }
  const values = new Float64Array(rows * 2)
  raw.forEach((score, row) => {
    values[2 * row] = sigmoid(-score)
    values[2 * row + 1] = sigmoid(score)
  })
  return { rows, width: 2, values }
}

function valueOf(score: number, { loss, scale }: BoostingWeights): number {
  const value = (loss === 'poisson' ? exp(score) : score) * scale
  return Math.max(-Number.MAX_VALUE, Math.min(value, Number.MAX_VALUE))
}

function softmaxOf(raw: Float64Array, rows: number, classes: number): Float64Array {
  const values = new Float64Array(raw.length)
  for (let row = 0; row < rows; row++) {
    const own = raw.subarray(row * classes, (row + 1) * classes)
    const highest = own.reduce((most, score) => Math.max(most, score), -Infinity)
    let sum = 0
    for (let k = 0; k < classes; k++) sum += values[row * classes + k] = exp(own[k] - highest)
    for (let k = 0; k < classes; k++) values[row * classes + k] /= sum
  }
  return values
}

/** Sum of the leaves that each row falls into, row by row and output by output. */
export function rawScores({ baseline, trees }: BoostingWeights, x: Matrix): Float64Array {
  const outputs = baseline.length
  const scores = new Float64Array(x.rows * outputs)
  for (let i = 0; i < scores.length; i++) scores[i] = baseline[i % outputs]
  for (let first = 0; first < x.rows; first += rowsAtATime) {
    const end = Math.min(x.rows, first + rowsAtATime)
    const stretch = { first, end, scores, outputs }
    const plain = (tree: number) => addTree(trees, tree, x, stretch)
    if (end - first >= fewRows) descend(trees, x, stretch, plain)
    else for (let tree = 0; tree < trees.roots.length; tree++) plain(tree)
  }
  return scores
}

function addTree(trees: Trees, tree: number, { values, columns }: Matrix, stretch: Stretch): void {
  const { feature, threshold, left, right, missingLeft, value, categories } = trees
  const { first, end, scores, outputs } = stretch
  const output = tree % outputs
  for (let row = first; row < end; row++) {
    const start = row * columns
    let node = trees.roots[tree]
    for (let asked = feature[node]; asked >= 0; asked = feature[node]) {
      const own = values[start + asked]
      // A category has no threshold, and a missing value is below none.
      if (own <= threshold[node]) node = left[node]
      else if (own !== own) node = missingLeft[node] ? left[node] : right[node]
      else if (categories[node] < 0) node = right[node]
      else node = isLeft(trees.categoryBits, categories[node] + own) ? left[node] : right[node]
    }
    scores[row * outputs + output] += value[node]
  }
}

const isLeft = (bits: Uint8Array, place: number): boolean => ((bits[place >> 3] >> (place & 7)) & 1) === 1
