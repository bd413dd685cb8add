import type { Random } from '@/base/random'
import type { Batch } from './pass'

/** Rows in float32, as the kernel takes them. */
export interface Rows {
  x: Float32Array
  truth: Float32Array
  columns: number
}

export const rowCount = (rows: Rows): number => rows.truth.length

export function takeBatch(rows: Rows, order: Int32Array): Pick<Batch, 'x' | 'truth'> {
  const { columns } = rows
  const x = new Float32Array(order.length * columns)
  const truth = new Float32Array(order.length)
  for (let i = 0; i < order.length; i++) {
    const from = order[i] * columns
    for (let column = 0; column < columns; column++) x[i * columns + column] = rows.x[from + column]
    truth[i] = rows.truth[order[i]]
  }
  return { x, truth }
}

/**
 * Inverted dropout (Srivastava et al. 2014): what is kept is enlarged, so that scoring needs no correction.
 *
 * @param rates of each hidden layer; nothing is drawn for one without dropout
 */
export function drawMasks(
  random: Random,
  rates: readonly number[],
  rows: number,
  hidden: readonly number[],
): (Float32Array | null)[] | null {
  if (rates.every((rate) => rate === 0)) return null
  return hidden.map((units, layer) => {
    const rate = rates[layer]
    if (rate === 0) return null
    const kept = 1 / (1 - rate)
    const mask = new Float32Array(rows * units)
    for (let i = 0; i < mask.length; i++) mask[i] = random.next() < rate ? 0 : kept
    return mask
  })
}

/** Where each batch of an epoch ends. With `atLeastTwo`, a last one of a single row joins the one before it. */
export function batchEnds(rows: number, size: number, atLeastTwo: boolean): number[] {
  const ends: number[] = []
  for (let end = Math.min(size, rows); ; end = Math.min(end + size, rows)) {
    ends.push(end)
    if (end === rows) break
  }
  if (atLeastTwo && ends.length > 1 && rows - ends[ends.length - 2] === 1) ends.splice(-2, 1)
  return ends
}
