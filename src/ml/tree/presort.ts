import type { Matrix } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'

/** The rows of a node under every feature, in the order of its values; each split divides all orders alike. */
export interface Presorted {
  rows: number
  /** Values by feature. */
  columns: Float64Array[]
  /** Row numbers by feature, ascending by value. */
  orders: Int32Array[]
}

/** Sorts every feature once, before growing: a split then only divides what is already in order. */
export async function presort(x: Matrix, pulse: Pulse): Promise<Presorted> {
  const columns: Float64Array[] = []
  const orders: Int32Array[] = []
  for (let feature = 0; feature < x.columns; feature++) {
    await pulse.breathe()
    const values = new Float64Array(x.rows)
    for (let row = 0; row < x.rows; row++) values[row] = x.values[row * x.columns + feature]
    columns.push(values)
    orders.push(argsort(values))
  }
  return { rows: x.rows, columns, orders }
}

/**
 * Stable ascending order of finite values: a radix sort over the bytes of their bit patterns, which is several times
 * quicker than sorting row numbers with a comparator.
 */
export function argsort(values: Float64Array): Int32Array {
  const keys = sortableBits(values)
  let order = Int32Array.from(values.keys())
  let spare = new Int32Array(values.length)
  for (let byte = 0; byte < 8; byte++) {
    const starts = new Int32Array(257)
    const word = byte >> 2
    const shift = (byte & 3) * 8
    for (let row = 0; row < values.length; row++) starts[((keys[2 * row + word] >>> shift) & 255) + 1]++
    if (starts.includes(values.length)) continue
    for (let digit = 0; digit < 256; digit++) starts[digit + 1] += starts[digit]
    for (let i = 0; i < order.length; i++)
      spare[starts[(keys[2 * order[i] + word] >>> shift) & 255]++] = order[i]
    ;[order, spare] = [spare, order]
  }
  return order
}

/** Two words a value, low word first, whose order as unsigned numbers is that of the values. */
function sortableBits(values: Float64Array): Uint32Array {
  // Adding 0 makes −0 and 0 the same.
  const keys = new Uint32Array(values.map((value) => value + 0).buffer)
  for (let high = 1; high < keys.length; high += 2) {
    const negative = keys[high] >>> 31 === 1
    if (negative) keys[high - 1] = ~keys[high - 1]
    keys[high] = negative ? ~keys[high] : keys[high] ^ 0x80000000
  }
  return keys
}
