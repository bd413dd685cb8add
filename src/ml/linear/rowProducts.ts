import type { Matrix } from '@/contract/catalog'

/**
 * z·w + intercept for the rows from `start` on, as many as `out` holds; four at a time, so that each coefficient is read
 * once for four and sums do not wait for each other.
 * @param w one coefficient per column, then the intercept
 */
export function productsInto(
  out: Float64Array,
  { columns, values }: Matrix,
  w: Float64Array,
  start: number,
): void {
  const fours = out.length - (out.length % 4)
  for (let row = 0; row < fours; row += 4) {
    const a = (start + row) * columns
    const [b, c, d] = [a + columns, a + 2 * columns, a + 3 * columns]
    let [one, two, three, four] = [w[columns], w[columns], w[columns], w[columns]]
    for (let i = 0; i < columns; i++) {
      const factor = w[i]
      one += values[a + i] * factor
      two += values[b + i] * factor
      three += values[c + i] * factor
      four += values[d + i] * factor
    }
    out[row] = one
    out[row + 1] = two
    out[row + 2] = three
    out[row + 3] = four
  }
  for (let row = fours; row < out.length; row++) {
    out[row] = w[columns]
    for (let i = 0, at = (start + row) * columns; i < columns; i++) out[row] += values[at + i] * w[i]
  }
}

/** Adds zᵀ·errors, of the rows from `start` on, to `sums`; last the sum of the errors. */
export function addTransposed(
  sums: Float64Array,
  { columns, values }: Matrix,
  errors: Float64Array,
  start: number,
): void {
  const fours = errors.length - (errors.length % 4)
  for (let row = 0; row < fours; row += 4) {
    const a = (start + row) * columns
    const [b, c, d] = [a + columns, a + 2 * columns, a + 3 * columns]
    const [one, two, three, four] = [errors[row], errors[row + 1], errors[row + 2], errors[row + 3]]
    for (let i = 0; i < columns; i++)
      sums[i] += values[a + i] * one + values[b + i] * two + values[c + i] * three + values[d + i] * four
    sums[columns] += one + two + three + four
  }
  for (let row = fours; row < errors.length; row++) {
    const error = errors[row]
    for (let i = 0, at = (start + row) * columns; i < columns; i++) sums[i] += values[at + i] * error
    sums[columns] += error
  }
}
