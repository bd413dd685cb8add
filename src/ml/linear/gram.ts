import type { Matrix } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'

/** Products between two breaths. */
const piece = 4_000_000

/**
 * Σ weight · zᵀ·z in float64, both triangles filled.
 * @param weights one per row; null for 1
 * @returns `columns × columns`, row by row
 */
export async function gramOf(
  { rows, columns, values }: Matrix,
  weights: ArrayLike<number> | null,
  pulse: Pick<Pulse, 'breathe'>,
): Promise<Float64Array> {
  const gram = new Float64Array(columns * columns)
  const perBreath = Math.max(1, Math.floor(piece / (columns * columns + 1)))
  for (let row = 0; row < rows; row++) {
    if (row % perBreath === 0) await pulse.breathe()
    const weight = weights ? weights[row] : 1
    if (weight !== 0) addProducts(gram, values.subarray(row * columns, (row + 1) * columns), weight)
  }
  for (let i = 0; i < columns; i++) for (let j = 0; j < i; j++) gram[j * columns + i] = gram[i * columns + j]
  return gram
}

function addProducts(gram: Float64Array, z: Float64Array, weight: number): void {
  for (let i = 0, at = 0; i < z.length; i++, at = i * z.length) {
    const scaled = weight * z[i]
    if (scaled !== 0) for (let j = 0; j <= i; j++) gram[at + j] += scaled * z[j]
  }
}
