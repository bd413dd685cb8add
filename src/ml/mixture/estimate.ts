import { log } from '@/base/math'
import type { Matrix } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import type { Covariance, Gaussians } from './types'

/** Multiplications between two breaths. */
const work = 3e6

/** What the components weigh, and what they look like, given how much each row belongs to each (the M step). */
export async function estimate(
  x: Matrix,
  responsibilities: Float64Array,
  { components, covariance, floor }: { components: number; covariance: Covariance; floor: number },
  pulse: Pick<Pulse, 'breathe'>,
): Promise<Gaussians> {
  const weights = new Float64Array(components).fill(10 * Number.EPSILON)
  for (let i = 0; i < responsibilities.length; i++) weights[i % components] += responsibilities[i]
  const means = meansOf(x, responsibilities, weights)
  await pulse.breathe()
  const shaping = { covariance, floor, weights, pulse }
  const shaped =
    covariance === 'full' || covariance === 'tied'
      ? await anyDirection(await products(x, responsibilities, means, pulse), x, shaping)
      : alongColumns(await squares(x, responsibilities, means, pulse), x, shaping)
  return {
    columns: x.columns,
    covariance,
    shares: weights.map((weight) => weight / x.rows),
    means,
    ...shaped,
  }
}

function meansOf({ rows, columns, values }: Matrix, responsibilities: Float64Array, weights: Float64Array) {
  const components = weights.length
  const means = new Float64Array(components * columns)
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < components; k++) {
      const share = responsibilities[row * components + k]
      if (share === 0) continue
      for (let i = 0; i < columns; i++) means[k * columns + i] += share * values[row * columns + i]
    }
  return means.map((sum, at) => sum / weights[Math.floor(at / columns)])
}

/** Weighted products of the differences from each mean: the lower triangle of components × columns × columns. */
async function products(
  x: Matrix,
  responsibilities: Float64Array,
  means: Float64Array,
  pulse: Pick<Pulse, 'breathe'>,
): Promise<Float64Array> {
  const { rows, columns, values } = x
  const components = means.length / columns
  const sums = new Float64Array(components * columns * columns)
  const difference = new Float64Array(columns)
  const every = Math.max(1, Math.floor(work / (components * columns * columns)))
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < components; k++) {
      const share = responsibilities[row * components + k]
      if (share === 0) continue
      for (let i = 0; i < columns; i++) difference[i] = values[row * columns + i] - means[k * columns + i]
      for (let i = 0, cell = k * columns * columns; i < columns; i++, cell += columns) {
        const one = share * difference[i]
        for (let j = 0; j <= i; j++) sums[cell + j] += one * difference[j]
      }
    }
    if (row % every === every - 1) await pulse.breathe()
  }
  return sums
}

/** Weighted squares of the differences from each mean, components × columns. */
async function squares(
  x: Matrix,
  responsibilities: Float64Array,
  means: Float64Array,
  pulse: Pick<Pulse, 'breathe'>,
): Promise<Float64Array> {
  const { rows, columns, values } = x
  const components = means.length / columns
  const sums = new Float64Array(means.length)
  const every = Math.max(1, Math.floor(work / means.length))
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < components; k++) {
      const share = responsibilities[row * components + k]
      for (let i = 0, cell = k * columns; i < columns; i++, cell++) {
        const one = values[row * columns + i] - means[cell]
        sums[cell] += share * one * one
      }
    }
    if (row % every === every - 1) await pulse.breathe()
  }
  return sums
}

interface Shaping {
  covariance: Covariance
  floor: number
  weights: Float64Array
  pulse: Pick<Pulse, 'breathe'>
}

type Shapes = Pick<Gaussians, 'whitening' | 'logDeterminants'>

/** Of variances along the columns. */
function alongColumns(
  sums: Float64Array,
  { columns }: Matrix,
  { covariance, floor, weights }: Shaping,
): Shapes {
  const variances = sums.map((sum, at) => sum / weights[Math.floor(at / columns)] + floor)
  const round = covariance === 'spherical'
  const kept = round ? meansOfRows(variances, columns) : variances
  const whitening = kept.map((variance) => 1 / Math.sqrt(positive(variance)))
  const each = round ? 1 : columns
  const logDeterminants = weights.map((_, k) => {
    let sum = 0
    for (let i = k * each; i < (k + 1) * each; i++) sum += log(whitening[i])
    return round ? sum * columns : sum
  })
  return { whitening, logDeterminants }
}

/** Of covariances in any direction. */
async function anyDirection(
  sums: Float64Array,
  { rows, columns }: Matrix,
  shaping: Shaping,
): Promise<Shapes> {
  const { covariance, floor, weights, pulse } = shaping
  const tied = covariance === 'tied'
  const size = columns * columns
  const whitening = new Float64Array(tied ? size : sums.length)
  const logs: number[] = []
  for (let k = 0; k < whitening.length / size; k++) {
    const one = new Float64Array(size)
    for (let from = tied ? 0 : k * size; from < (tied ? sums.length : (k + 1) * size); from++)
      one[from % size] += sums[from] / (tied ? rows : weights[k])
    for (let i = 0; i < size; i += columns + 1) one[i] += floor
    const inverse = await inverseFactor(one, columns, pulse)
    whitening.set(inverse, k * size)
    let sum = 0
    for (let i = 0; i < size; i += columns + 1) sum += log(inverse[i])
    logs.push(sum)
  }
  return { whitening, logDeterminants: weights.map((_, k) => logs[tied ? 0 : k]) }
}

const meansOfRows = (values: Float64Array, columns: number): Float64Array =>
  Float64Array.from({ length: values.length / columns }, (_, row) => {
    let sum = 0
    for (let i = 0; i < columns; i++) sum += values[row * columns + i]
    return sum / columns
  })

/** @throws StepFailure parameter for a component that has shrunk to a point or a plane. */
function positive(value: number): number {
  if (value > 0 && value < Infinity) return value
  return failStep({
    kind: 'parameter',
    parameter: 'Least variance (reg_covar)',
    problem: 'a component has shrunk to a point or a plane, which has no density',
    advice: 'Choose a larger least variance, fewer components, or scale the features.',
  })
}

/** L⁻¹ of a covariance L·Lᵀ of which the lower triangle is given. Golub & Van Loan, 4.2 and 3.1. */
async function inverseFactor(
  covariance: Float64Array,
  n: number,
  pulse: Pick<Pulse, 'breathe'>,
): Promise<Float64Array> {
  const lower = new Float64Array(n * n)
  const inverse = new Float64Array(n * n)
  for (let row = 0, at = 0; row < n; row++, at += n) {
    for (let column = 0, other = 0; column <= row; column++, other += n) {
      let rest = covariance[at + column]
      for (let i = 0; i < column; i++) rest -= lower[at + i] * lower[other + i]
      lower[at + column] = row === column ? Math.sqrt(positive(rest)) : rest / lower[other + column]
    }
    const pivot = lower[at + row]
    for (let before = 0, other = 0; before < row; before++, other += n) {
      const share = lower[at + before] / pivot
      for (let i = 0; i <= before; i++) inverse[at + i] -= share * inverse[other + i]
    }
    inverse[at + row] = 1 / pivot
    if (row % 32 === 31) await pulse.breathe()
  }
  return inverse
}
