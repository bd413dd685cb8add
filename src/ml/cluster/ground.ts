import type { Matrix } from '@/contract/catalog'
import { openWorkspace, type Workspace } from './kernel/kernel'

/** The rows that are clustered where the kernel sees them, and memory that all starts use in turn. */
export interface Ground {
  workspace: Workspace
  x: Matrix
  /** Number of centres. */
  k: number
  /** Bytes of a row and of a centre: a multiple of 16, filled up with zeros. */
  stride: number
  /** Addresses of numbers and of whole numbers, one for each row, and of what there is for each centre. */
  at: Record<'x' | 'near' | 'tried' | 'best' | 'labels', number> &
    Record<'centres' | 'sums' | 'half' | 'shifts' | 'sizes', number>
}

const grounds = new WeakMap<Matrix, Ground>()

/** Remembered with the matrix, so that starts share it. */
export function groundOf(x: Matrix, k: number): Ground {
  const known = grounds.get(x)
  if (known?.k === k) return known
  const made = makeGround(x, k)
  grounds.set(x, made)
  return made
}

function makeGround(x: Matrix, k: number): Ground {
  const workspace = openWorkspace()
  const { take } = workspace
  const stride = 16 * Math.ceil(x.columns / 2)
  const at = {
    ...{
      x: take(x.rows * stride),
      centres: take(k * stride),
      sums: take(k * stride),
      half: take(8 * k),
      shifts: take(8 * k),
    },
    ...{ near: take(8 * x.rows), tried: take(8 * x.rows), best: take(8 * x.rows) },
    ...{ labels: take(4 * x.rows), sizes: take(4 * k) },
  }
  fillUp(x, workspace.doubles(at.x, (x.rows * stride) / 8))
  return { workspace, x, k, stride, at }
}

/** Rows of numbers, each followed by a zero where they are odd in number. */
export function fillUp({ columns, values }: Pick<Matrix, 'columns' | 'values'>, into: Float64Array): void {
  if (columns % 2 === 0) return into.set(values)
  for (let from = 0, to = 0; from < values.length; from += columns, to += columns + 1)
    for (let i = 0; i < columns; i++) into[to + i] = values[from + i]
}
