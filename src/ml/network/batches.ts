import type { Random } from '@/base/random'
import type { Batch } from './step'

/** Rows in float32, as the tensors take them. */
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

/** Inverted dropout (Srivastava et al. 2014): what is kept is enlarged, so that scoring needs no correction. */
export function drawMasks(
  random: Random,
  rate: number,
  rows: number,
  hidden: readonly number[],
): Float32Array[] | null {
  if (rate === 0 || hidden.length === 0) return null
  const kept = 1 / (1 - rate)
  return hidden.map((units) => {
    const mask = new Float32Array(rows * units)
    for (let i = 0; i < mask.length; i++) mask[i] = random.next() < rate ? 0 : kept
    return mask
  })
}
