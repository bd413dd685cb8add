import { missingBin, type Quantised } from '../histogram/quantise'
import { layoutOf } from './histogram'
import { openWorkspace, type Workspace } from './kernel/kernel'
import type { SplitRules } from './rules'

export interface GrowRules extends SplitRules {
  leaves: number
  maxDepth: number | null
}

/** What the trees of one training share: bins, rules, and memory that is used again. */
export interface Ground {
  quantised: Quantised
  rules: GrowRules
  workspace: Workspace
  /** First byte of each feature in a histogram. */
  offsets: Int32Array
  /** Bytes of a histogram. */
  size: number
  /** No feature is a category. */
  numbersOnly: boolean
  /** Addresses of histograms that no node uses. */
  spare: number[]
  /** Addresses in the workspace. */
  at: {
    bins: number
    gradient: number
    hessian: number
    packed: number
    rows: number
    scratch: number
    pairs: number
    features: number
    offsets: number
    /** Of each feature its bins, from bit 16 on whether some are missing. */
    shapes: number
    directions: number
    sides: number
    result: number
  }
}

export function makeGround(quantised: Quantised, rules: GrowRules): Ground {
  const { rows, bins } = quantised
  const workspace = openWorkspace()
  const { offsets, size } = layoutOf(quantised)
  const { take } = workspace
  const at = {
    ...{
      bins: take(4 * rows * Math.ceil(bins.length / 4)),
      gradient: take(4 * rows),
      hessian: take(4 * rows),
    },
    ...{ packed: take(8 * rows) },
    ...{ rows: take(4 * rows), scratch: take(4 * rows), pairs: take(16 * rows) },
    ...{ features: take(4 * bins.length), offsets: take(4 * bins.length) },
    ...{ shapes: take(4 * bins.length), directions: take(8 * bins.length) },
    ...{ sides: take(missingBin + 1), result: take(6 * 8) },
  }
  bins.forEach((each, i) => placeBins(workspace, binsOf(at.bins, i, rows), each))
  workspace.ints(at.offsets, bins.length).set(offsets)
  workspace.doubles(at.directions, bins.length).set(rules.directions)
  const shapes = quantised.features.map(({ count }, i) => count | (quantised.hasMissing[i] ? 1 << 16 : 0))
  workspace.ints(at.shapes, bins.length).set(shapes)
  const numbersOnly = quantised.features.every(({ kind }) => kind === 'number')
  return { quantised, rules, workspace, offsets, size, numbersOnly, spare: [], at }
}

/** Where the bin of a feature and of the first row lies; those of the next rows follow every four bytes. */
export const binsOf = (bins: number, feature: number, rows: number): number =>
  bins + (feature >> 2) * 4 * rows + (feature & 3)

function placeBins(workspace: Workspace, address: number, bins: Uint8Array): void {
  const own = workspace.bytes(address, 4 * bins.length - 3)
  for (let row = 0; row < bins.length; row++) own[4 * row] = bins[row]
}

/** Address of an empty histogram. */
export function emptyHistogram({ spare, workspace, size }: Ground): number {
  const address = spare.pop()
  if (address === undefined) return workspace.take(size)
  workspace.bytes(address, size).fill(0)
  return address
}
