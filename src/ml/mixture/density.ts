import { exp, log } from '@/base/math'
import type { Gaussians } from './types'

const logTwoPi = 1.8378770664093453

/** Room for the sums of one row, so that none is made for each. */
export interface Room {
  /** Of each component: the logarithm of its share times its density, then its responsibility. */
  parts: Float64Array
  difference: Float64Array
}

export const roomFor = ({ shares, columns }: Gaussians): Room => ({
  parts: new Float64Array(shares.length),
  difference: new Float64Array(columns),
})

/**
 * Fills `room.parts` with how likely each component is to have made the row that begins at `at`.
 * @returns logarithm of the density of the row
 */
export function respond(found: Gaussians, values: Float64Array, at: number, room: Room): number {
  const { shares, columns, logDeterminants } = found
  const { parts } = room
  let most = -Infinity
  for (let k = 0; k < parts.length; k++) {
    const squared = whitened(found, values, at, { k, difference: room.difference })
    parts[k] = log(shares[k]) - 0.5 * (columns * logTwoPi + squared) + logDeterminants[k]
    if (parts[k] > most) most = parts[k]
  }
  let sum = 0
  for (let k = 0; k < parts.length; k++) sum += exp(parts[k] - most)
  const total = most + log(sum)
  for (let k = 0; k < parts.length; k++) parts[k] = exp(parts[k] - total)
  return total
}

/** Squared Mahalanobis distance from a component's mean. */
function whitened(
  { means, whitening, columns, covariance }: Gaussians,
  values: Float64Array,
  at: number,
  { k, difference }: { k: number; difference: Float64Array },
): number {
  for (let i = 0, mean = k * columns; i < columns; i++, mean++) difference[i] = values[at + i] - means[mean]
  let squared = 0
  if (covariance === 'spherical' || covariance === 'diag') {
    const spherical = covariance === 'spherical'
    for (let i = 0; i < columns; i++) {
      const one = difference[i] * whitening[spherical ? k : k * columns + i]
      squared += one * one
    }
    return squared
  }
  const first = covariance === 'tied' ? 0 : k * columns * columns
  for (let row = 0; row < columns; row++) {
    let one = 0
    for (let i = 0, cell = first + row * columns; i <= row; i++, cell++)
      one += whitening[cell] * difference[i]
    squared += one * one
  }
  return squared
}
