import type { Pulse } from '@/contract/pulse'

/** Lower triangle L of a symmetric matrix A = L·Lᵀ, row by row. */
export interface Cholesky {
  size: number
  lower: Float64Array
  /** Smallest share of a diagonal entry that was left when its turn came: 0 for a singular matrix. */
  smallestPivot: number
}

/**
 * Cholesky decomposition, kept alive on singular matrices: a pivot below `floor` times its diagonal entry is
 * raised to it. Golub & Van Loan, Matrix Computations, 4.2.
 */
export async function decompose(
  a: Float64Array,
  size: number,
  floor: number,
  pulse: Pulse,
): Promise<Cholesky> {
  const lower = new Float64Array(size * size)
  let smallestPivot = 1
  for (let row = 0; row < size; row++) {
    await pulse.breathe()
    for (let column = 0; column < row; column++) {
      const rest = a[row * size + column] - dot(lower, row * size, column * size, column)
      lower[row * size + column] = rest / lower[column * size + column]
    }
    const whole = a[row * size + row]
    const pivot = whole - dot(lower, row * size, row * size, row)
    if (whole > 0) smallestPivot = Math.min(smallestPivot, Math.max(pivot, 0) / whole)
    lower[row * size + row] = Math.sqrt(Math.max(pivot, floor * whole, Number.MIN_VALUE)) || 1
  }
  return { size, lower, smallestPivot }
}

function dot(values: Float64Array, from: number, other: number, length: number): number {
  let sum = 0
  for (let i = 0; i < length; i++) sum += values[from + i] * values[other + i]
  return sum
}

/** x with L·Lᵀ·x = b. */
export function solveCholesky({ size, lower }: Cholesky, b: Float64Array): Float64Array {
  const x = Float64Array.from(b)
  for (let row = 0; row < size; row++) {
    for (let i = 0; i < row; i++) x[row] -= lower[row * size + i] * x[i]
    x[row] /= lower[row * size + row]
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let i = row + 1; i < size; i++) x[row] -= lower[i * size + row] * x[i]
    x[row] /= lower[row * size + row]
  }
  return x
}
