import { log } from '@/base/math'
import type { Ground } from './ground'

/** Factors of at most 2 whose product is not yet above the largest that the kernel lets it grow to. */
const factorsInProduct = 800

/**
 * Derivatives of the logistic loss by the kernel, two rows at a time: the very bits of `logistic` in losses.ts.
 * @returns what leaves the derivatives of the rows in the workspace and gives their mean loss, for scores.
 */
export function logisticIn({ workspace, at, quantised }: Ground, y: Float64Array, rows: Int32Array) {
  const { take } = workspace
  const all = quantised.rows
  const own = { rows: take(4 * rows.length), raw: take(8 * all), truth: take(8 * all) }
  const room = 2 + Math.ceil(rows.length / factorsInProduct)
  const sums = take(8 * room)
  workspace.ints(own.rows, rows.length).set(rows)
  workspace.doubles(own.truth, all).set(y)
  return (raw: Float64Array): number => {
    workspace.doubles(own.raw, all).set(raw)
    const count = workspace.kernel.logistic(
      ...([own.rows, rows.length, own.raw, own.truth, at.gradient, at.hessian, sums] as const),
    )
    const [linear, ...products] = workspace.doubles(sums, 1 + count)
    const last = products.pop()!
    const logs = products.reduce((sum, product) => sum + log(product), 0) + log(last)
    return (linear + logs) / rows.length
  }
}
