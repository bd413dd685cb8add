import { missingBin, type Quantised } from '../histogram/quantise'
import type { TreeList } from './growTree'
import { binOfCode, featureOf, isCategoryCode, isMissingLeft } from './types'

/** What the trees say about rows that they have not seen. */
export interface Votes {
  /** `rows × width`: sums of shares, or of values. */
  sums: Float64Array
  /** Trees that have not seen the row. */
  trees: Float64Array
}

/** Rows that a tree was not grown from, and of which it has not seen a copy either. */
export function unseenRows(weights: Uint16Array, leaders: Int32Array | undefined): Int32Array {
  const seen = leaders ? new Uint8Array(weights.length) : null
  if (leaders && seen)
    for (let row = 0; row < weights.length; row++) if (weights[row] > 0) seen[leaders[row]] = 1
  const unseen = new Int32Array(weights.length)
  let count = 0
  for (let row = 0; row < weights.length; row++)
    if (weights[row] === 0 && !(leaders && seen && seen[leaders[row]])) unseen[count++] = row
  return unseen.subarray(0, count)
}

/** The leaf of each row that the tree has not seen (its weight is 0), as far as it has to be looked for. */
export function castVotes(
  votes: Votes,
  list: TreeList,
  given: { root: number; quantised: Quantised; unseen: Int32Array; leaves: Float64Array; width: number },
): void {
  const { root, quantised, unseen, leaves, width } = given
  const codes = list.codes.held
  const right = list.right.held
  const { bins } = quantised
  for (const row of unseen) {
    let node = root
    let code = codes[node]
    while (code >= 0) {
      const bin = bins[featureOf(code)][row]
      const goesLeft =
        bin === missingBin
          ? isMissingLeft(code)
          : isCategoryCode(code)
            ? ((list.bits.held[list.places.held[node] + (bin >> 3)] >> (bin & 7)) & 1) === 1
            : bin <= binOfCode(code)
      node = goesLeft ? node + 1 : root + right[node]
      code = codes[node]
    }
    const leaf = ~code * width
    for (let i = 0; i < width; i++) votes.sums[row * width + i] += leaves[leaf + i]
    votes.trees[row]++
  }
}

/**
 * Share of rows that are told right by the trees that have not seen them, or R² of what these say; null without such
 * rows, and for values that are all the same.
 */
export function outOfBagScore({ sums, trees }: Votes, y: Float64Array, width: number): number | null {
  const rows = Int32Array.from(y.keys()).filter((row) => trees[row] > 0)
  if (rows.length === 0) return null
  if (width > 1) return rows.filter((row) => mostVotes(sums, row, width) === y[row]).length / rows.length
  const mean = rows.reduce((sum, row) => sum + y[row] / rows.length, 0)
  let [errors, spread] = [0, 0]
  for (const row of rows) {
    errors += (y[row] - sums[row] / trees[row]) ** 2
    spread += (y[row] - mean) ** 2
  }
  const score = 1 - errors / spread
  return spread > 0 && Number.isFinite(score) ? score : null
}

function mostVotes(sums: Float64Array, row: number, width: number): number {
  let most = 0
  for (let k = 1; k < width; k++) if (sums[row * width + k] > sums[row * width + most]) most = k
  return most
}
