import { makeRandom } from '@/base/random'
import { hashSeed } from '@/base/hash'
import type { Pulse } from '@/contract/pulse'
import { allRows } from '@/values/table'
import { takeMatrixRows } from '../matrix'
import { solvePair, type Pair } from './pair'
import { decide } from './decide'
import type { SvmSettings } from './settings'
import { keepMachines } from './weights'

const folds = 5

/**
 * Decision values of each row by a machine that has not seen it, for Platt scaling: five folds of rows in random order,
 * as LIBSVM does it; copies of
 * a row are in the same fold. A fold whose other rows lack one of the classes gets ±1, or 0 where they lack both.
 */
export async function outOfFold(
  pair: Pair,
  settings: SvmSettings,
  { pulse, seed, leaders }: { pulse: Pulse; seed: number; leaders?: Int32Array },
): Promise<Float64Array> {
  const units = leaders ? wholeUnits(pair.rows, leaders) : null
  const count = units?.length ?? pair.sign.length
  const order = makeRandom(hashSeed(seed, 'svm', 'platt')).shuffle(allRows(count))
  const placesOf = (some: Int32Array) =>
    units ? Int32Array.from(Array.from(some, (unit) => units[unit]).flat()) : some
  const values = new Float64Array(pair.sign.length)
  for (let fold = 0; fold < folds; fold++) {
    const from = Math.floor((fold * count) / folds)
    const to = Math.floor(((fold + 1) * count) / folds)
    const held = placesOf(order.slice(from, to))
    const rest = placesOf(Int32Array.from([...order.subarray(0, from), ...order.subarray(to)])).sort()
    const found = await valuesOf(partOf(pair, rest), partOf(pair, held), { settings, pulse })
    held.forEach((row, i) => (values[row] = found[i]))
  }
  return values
}

/** Places of the pair whose rows are made of the same one. */
function wholeUnits(rows: Int32Array, leaders: Int32Array): number[][] {
  const units = new Map<number, number[]>()
  rows.forEach((row, place) => {
    const unit = units.get(leaders[row])
    if (unit) unit.push(place)
    else units.set(leaders[row], [place])
  })
  return [...units.values()]
}

async function valuesOf(
  rest: Pair,
  held: Pair,
  { settings, pulse }: { settings: SvmSettings; pulse: Pulse },
): Promise<Float64Array> {
  const seen = new Set(rest.sign)
  if (seen.size < 2) return new Float64Array(held.sign.length).fill(rest.sign[0] ?? 0)
  const solution = await solvePair(rest, settings, pulse)
  return decide(keepMachines(rest.kernel, rest.x, [solution]), held.x)
}

const partOf = (pair: Pair, places: Int32Array): Pair => ({
  ...pair,
  rows: Int32Array.from(places, (place) => pair.rows[place]),
  x: takeMatrixRows(pair.x, places),
  sign: Float64Array.from(places, (place) => pair.sign[place]),
  upper: Float64Array.from(places, (place) => pair.upper[place]),
})
