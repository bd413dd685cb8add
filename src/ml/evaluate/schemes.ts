import { makeRandom } from '@/base/random'
import { failStep } from '@/contract/errors'
import type { Scheme } from '@/values/schemes'
import { allRows } from '@/values/table'
import { makeFolds } from '../split/folds'
import { rowsByClass } from '../split/split'
import { rowsByValue } from '../rowsByValue'
import { largestRemainder } from '../split/counts'

/** Trained on one part, tested on the other, both as places in the list of rows. */
export interface Division {
  train: Int32Array
  test: Int32Array
}

export interface SchemeWishes {
  scheme: Scheme
  folds: number
  repeats: number
  /** Draws of `random`. */
  draws: number
  /** Percentage of the rows that each draw of `random` tests. */
  testShare: number
  seed: number
}

/** What the divisions go by; places stand for rows, or for whole groups. */
export interface Divided {
  count: number
  /** Class of each place, to spread evenly; null where none is. */
  classes: Float64Array | null
  /** Time of each place; null where their order is the time. */
  times: Float64Array | null
  /** Group of each place, for the scheme that goes by time and cannot deal whole groups; null where there are none. */
  groups?: Int32Array | null
}

/** Every row that is left out trains a model anew. */
const mostLeftOut = 1000

/** @throws StepFailure too-few-rows or parameter. */
export function divide(what: Divided, wishes: SchemeWishes): Division[] {
  return divisions[wishes.scheme](what, wishes)
}

const divisions: Record<Scheme, (what: Divided, wishes: SchemeWishes) => Division[]> = {
  folds: ({ count, classes }, { folds, repeats, seed }) =>
    makeFolds({ rows: allRows(count), y: classes, folds, repeats, seed }).map((test) => restOf(count, test)),
  forward,
  'leave-one-out': leaveOneOut,
  random,
  training: ({ count }) => [{ train: allRows(count), test: allRows(count) }],
}

function restOf(count: number, test: Int32Array): Division {
  const tested = new Uint8Array(count)
  for (const place of test) tested[place] = 1
  return { train: allRows(count).filter((place) => !tested[place]), test }
}

/**
 * Each block of time is predicted from all that came before it, as scikit-learn's `TimeSeriesSplit`: blocks of
 * ⌊n / (folds + 1)⌋ rows at the end, the earliest rows train only. Rows of the same time are never parted, which moves
 * the ends of the blocks; rows from before whose group is tested take no part in the training.
 */
function forward({ count, times, groups }: Divided, { folds }: SchemeWishes): Division[] {
  const size = Math.floor(count / (folds + 1))
  if (size < 1)
    failStep({
      kind: 'too-few-rows',
      what: `Testing forward in ${folds} folds`,
      needed: folds + 1,
      found: count,
    })
  const order = times ? rowsByValue(times) : allRows(count)
  const nominal = Array.from({ length: folds }, (_, fold) => count - (folds - fold) * size)
  const starts = times
    ? betweenTimes(
        nominal,
        Float64Array.from(order, (place) => times[place]),
      )
    : nominal
  return starts.map((start, fold) => {
    const test = order.slice(start, starts[fold + 1] ?? count)
    const before = order.slice(0, start)
    return { train: groups ? withoutGroupsOf(before, test, groups) : before.sort(), test: test.sort() }
  })
}

/** The nearest places at which the time changes, one for each, in ascending order. @throws StepFailure different-data. */
function betweenTimes(starts: readonly number[], sorted: Float64Array): number[] {
  const changes: number[] = []
  for (let at = 1; at < sorted.length; at++) if (sorted[at] !== sorted[at - 1]) changes.push(at)
  if (changes.length < starts.length)
    failStep({
      kind: 'different-data',
      problem: `Testing forward in ${starts.length} folds needs ${starts.length + 1} different times, and there are ${changes.length + 1}: rows of the same time stay together`,
      advice: 'Take fewer folds, or a column that tells the time more exactly.',
    })
  let next = 0
  return starts.map((start, fold) => {
    const last = changes.length - (starts.length - fold)
    while (next < last && Math.abs(changes[next + 1] - start) < Math.abs(changes[next] - start)) next++
    return changes[next++]
  })
}

/** @throws StepFailure different-data when nothing is left to learn from. */
function withoutGroupsOf(before: Int32Array, test: Int32Array, groups: Int32Array): Int32Array {
  const tested = new Set(Array.from(test, (place) => groups[place]))
  const kept = before.filter((place) => !tested.has(groups[place]))
  if (kept.length === 0)
    failStep({
      kind: 'different-data',
      problem:
        'Tested forward in time, no row is left to train on: all rows from before belong to groups that are tested, and groups are kept whole',
      advice:
        'If the same groups may be on both sides, give the group column another role in Select columns; else divide in folds.',
    })
  return kept.sort()
}

function leaveOneOut({ count }: Divided): Division[] {
  if (count > mostLeftOut)
    failStep({
      kind: 'parameter',
      parameter: 'Way of dividing',
      problem: `leaving out one at a time would train ${count} models of each learner`,
      advice: `Choose folds instead; leaving one out is for at most ${mostLeftOut}.`,
    })
  if (count < 2) failStep({ kind: 'too-few-rows', what: 'Leaving one out', needed: 2, found: count })
  return Array.from({ length: count }, (_, place) => restOf(count, Int32Array.of(place)))
}

/** One random stream for all draws; where classes are given each of them is drawn from by its share. */
function random({ count, classes }: Divided, { draws, testShare, seed }: SchemeWishes): Division[] {
  const chance = makeRandom(seed)
  const places = allRows(count)
  const strata = classes ? rowsByClass(places, classes) : [places]
  const found = Array.from({ length: draws }, () => {
    const test = strata.flatMap((stratum) => [
      ...chance.shuffle(Int32Array.from(stratum)).slice(0, testedOf(stratum.length, testShare)),
    ])
    return restOf(count, Int32Array.from(test).sort())
  })
  if (found.some(({ train, test }) => train.length === 0 || test.length === 0))
    failStep({ kind: 'too-few-rows', what: 'Drawing test rows at random', needed: 2, found: count })
  return found
}

const testedOf = (count: number, share: number): number => largestRemainder(count, [share, 100 - share])[0]
