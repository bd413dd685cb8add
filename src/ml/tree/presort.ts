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

/** Stable order of the values: native sort, rank by bisection, then counting; comparator sorts are far slower. */
export function argsort(values: Float64Array): Int32Array {
  const sorted = values.slice().sort()
  const next = new Int32Array(values.length)
  const order = new Int32Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const first = lowerBound(sorted, values[row])
    order[first + next[first]++] = row
  }
  return order
}

function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}
