import { log } from '@/base/math'

export const criteria = ['gini', 'entropy'] as const
export type ClassCriterion = (typeof criteria)[number]

/** The best place to cut the sorted rows of a node. */
export interface Cut {
  /** Rows on the left. */
  size: number
  /** What the cut is worth; larger is better. Comparable within one node only. */
  score: number
}

/** How a node is judged; one object serves one fit. */
export interface Criterion {
  /** Figures that a node stores: rows of each class, or the mean. */
  width: number
  /** Looks at the rows of a node before it is cut. */
  enter(rows: Int32Array): { impurity: number; value: ArrayLike<number>; pure: boolean }
  /** The best cut of the node's rows, sorted by `values`; null when no cut leaves `least` rows on both sides. */
  cut(rows: Int32Array, values: Float64Array, least: number): Cut | null
}

/** Gini impurity or entropy (in bits) of class codes. */
export function classCriterion(kind: ClassCriterion, y: Int32Array, classes: number): Criterion {
  const total = new Float64Array(classes)
  const left = new Float64Array(classes)
  const scan = kind === 'gini' ? giniScan(y, total, left) : entropyScan(y, total, left)
  return {
    width: classes,
    enter(rows) {
      total.fill(0)
      for (let i = 0; i < rows.length; i++) total[y[rows[i]]]++
      const value = total.slice()
      const shares = value.map((count) => count / rows.length).filter((share) => share > 0)
      const impurity =
        kind === 'gini'
          ? 1 - shares.reduce((sum, share) => sum + share * share, 0)
          : -shares.reduce((sum, share) => sum + share * log2(share), 0)
      return { impurity: shares.length === 1 ? 0 : impurity, value, pure: shares.length === 1 }
    },
    cut: scan,
  }
}

const log2 = (value: number): number => log(value) / Math.LN2

/** Maximises Σ left² / n_left + Σ right² / n_right, kept up to date in whole numbers row by row. */
function giniScan(y: Int32Array, total: Float64Array, left: Float64Array): Criterion['cut'] {
  return (rows, values, least) => {
    left.fill(0)
    let leftSquares = 0
    let rightSquares = total.reduce((sum, count) => sum + count * count, 0)
    let best: Cut | null = null
    for (let i = 0; i + 1 < rows.length; i++) {
      const code = y[rows[i]]
      const moved = left[code]++
      leftSquares += 2 * moved + 1
      rightSquares -= 2 * (total[code] - moved) - 1
      if (values[rows[i]] === values[rows[i + 1]] || i + 1 < least || rows.length - i - 1 < least) continue
      const score = leftSquares / (i + 1) + rightSquares / (rows.length - i - 1)
      if (best === null || score > best.score) best = { size: i + 1, score }
    }
    return best
  }
}

/** Maximises Σ c·ln c − n·ln n over both sides; the logarithms of whole numbers come from a table. */
function entropyScan(y: Int32Array, total: Float64Array, left: Float64Array): Criterion['cut'] {
  const table = Float64Array.from({ length: y.length + 1 }, (_, n) => (n === 0 ? 0 : n * log(n)))
  return (rows, values, least) => {
    left.fill(0)
    let inside = total.reduce((sum, count) => sum + table[count], 0)
    let best: Cut | null = null
    for (let i = 0; i + 1 < rows.length; i++) {
      const code = y[rows[i]]
      const moved = left[code]++
      const stays = total[code] - moved
      inside += table[moved + 1] - table[moved] + table[stays - 1] - table[stays]
      if (values[rows[i]] === values[rows[i + 1]] || i + 1 < least || rows.length - i - 1 < least) continue
      const score = inside - table[i + 1] - table[rows.length - i - 1]
      if (best === null || score > best.score) best = { size: i + 1, score }
    }
    return best
  }
}

/** Squared error around the mean. Give values near 0 (centred), so that squares keep their digits. */
export function squaredErrorCriterion(y: Float64Array): Criterion {
  let total = 0
  return {
    width: 1,
    enter(rows) {
      total = 0
      let pure = true
      for (let i = 0; i < rows.length; i++) {
        total += y[rows[i]]
        pure &&= y[rows[i]] === y[rows[0]]
      }
      const mean = total / rows.length
      let squares = 0
      for (let i = 0; i < rows.length; i++) squares += (y[rows[i]] - mean) ** 2
      return { impurity: pure ? 0 : squares / rows.length, value: [pure ? y[rows[0]] : mean], pure }
    },
    cut(rows, values, least) {
      let left = 0
      let best: Cut | null = null
      for (let i = 0; i + 1 < rows.length; i++) {
        left += y[rows[i]]
        if (values[rows[i]] === values[rows[i + 1]] || i + 1 < least || rows.length - i - 1 < least) continue
        const right = total - left
        const score = (left * left) / (i + 1) + (right * right) / (rows.length - i - 1)
        if (best === null || score > best.score) best = { size: i + 1, score }
      }
      return best
    },
  }
}
