import { log } from '@/base/math'
import type { Random } from '@/base/random'
import type { Matrix } from '@/contract/catalog'
import { groundOf, type Ground } from './ground'

/**
 * First centres by greedy k-means++ (Arthur and Vassilvitskii 2007): rows far from the centres so far are likelier, and
 * of 2 + ln k drawn ones that is taken which leaves the least squared distance, as in scikit-learn.
 * @returns k × columns numbers
 */
export function seedCentres(x: Matrix, k: number, random: Random): Float64Array {
  const { rows, columns, values } = x
  const centres = new Float64Array(k * columns)
  const trials = 2 + Math.floor(log(k))
  const ground = groundOf(x, k)
  const { workspace, at } = ground
  const take = (row: number) => values.subarray(row * columns, (row + 1) * columns)
  const first = random.integer(rows)
  centres.set(take(first))
  let { near, tried, best } = at
  workspace.doubles(near, rows).fill(Infinity)
  let potential = approach(ground, first, near, near)
  for (let centre = 1; centre < k; centre++) {
    let least = Infinity
    let chosen = 0
    for (let trial = 0; trial < trials; trial++) {
      const row = drawRow(workspace.doubles(near, rows), random.next() * potential)
      const total = approach(ground, row, near, tried)
      if (total >= least) continue
      least = total
      chosen = row
      ;[tried, best] = [best, tried]
    }
    centres.set(take(chosen), centre * columns)
    potential = least
    ;[near, best] = [best, near]
  }
  return centres
}

/** Squared distances to the nearest of the centres so far and one more, a row. @returns their sum */
function approach({ workspace, x, stride, at }: Ground, row: number, near: number, into: number): number {
  return workspace.kernel.approach(at.x, x.rows, stride, at.x + row * stride, near, into)
}

function drawRow(weights: Float64Array, at: number): number {
  let sum = 0
  for (let row = 0; row < weights.length; row++) {
    sum += weights[row]
    if (sum > at) return row
  }
  return weights.length - 1
}
