import { missingBin, type Quantised } from '../histogram/quantise'

/**
 * Where the sums of each bin lie in the histogram of a node: two numbers a bin, its sum of gradients and its packed sum
 * of hessians and rows; a feature with missing values has all 256 bins.
 */
export interface Layout {
  /** First byte of each feature. */
  offsets: Int32Array
  /** In bytes. */
  size: number
}

const bytesPerBin = 16

export function layoutOf({ features, hasMissing }: Quantised): Layout {
  const offsets = new Int32Array(features.length)
  let size = 0
  features.forEach((feature, i) => {
    offsets[i] = size
    size += bytesPerBin * (hasMissing[i] ? missingBin + 1 : feature.count)
  })
  return { offsets, size }
}

/**
 * Hessian and number of rows in one number: `rows × unit + hessians`, the hessians rounded to where all sums are exact.
 * One addition then counts both, and what is left of a parent without one child is exact as well.
 */
export interface Packing {
  unit: number
  /** All hessians are 1, so that a sum is the number of rows. */
  constant: boolean
}

/** How hessians of so many rows are packed: their sum leaves room for the count within 53 bits. */
export const packingOf = (sum: number): Packing => ({ unit: powerAbove(sum * 1.001), constant: false })

/** Adding and taking away this number rounds to the smallest step that sums of up to `rows × unit` can keep. */
export const rounderOf = (rows: number, unit: number): number => powerAbove(rows + 2) * unit

function powerAbove(value: number): number {
  let power = 1
  while (power <= value) power *= 2
  while (power / 2 > value && power > 1e-300) power /= 2
  return power
}

export const unpacked: Packing = { unit: 1, constant: true }

/** Rows of a packed sum. */
export const rowsIn = (sum: number, unit: number): number => Math.floor(sum / unit)
