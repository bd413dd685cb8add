import { makeRandom } from '@/base/random'
import { failStep } from '@/contract/errors'
import { rowsByClass } from './split'

export interface FoldPlan {
  /** Row numbers that are divided. */
  rows: Int32Array
  /** Class of each row of the table (indexed by row number) to spread evenly over the folds; null for plain k-fold. */
  y: Float64Array | null
  folds: number
  repeats: number
  seed: number
}

/**
 * Test rows of each fold in ascending order, `folds × repeats` lists, repeat after repeat; what is not in a list
 * trains. One random stream serves all repeats. In each repeat: shuffle the rows (Fisher–Yates from the end), or,
 * where `y` is given, the rows of each class in ascending order of the class and last those without one; then deal
 * them one by one to fold 0, 1, … and round again, without starting over at the next class. So folds differ by one
 * row at most, in all and within each class.
 * @throws StepFailure parameter for fewer than 2 folds, too-few-rows for fewer rows than folds.
 */
export function makeFolds(plan: FoldPlan): Int32Array[] {
  const { rows, y, folds, repeats, seed } = plan
  if (folds < 2)
    failStep({
      kind: 'parameter',
      parameter: 'Folds',
      problem: `${folds} is too few`,
      advice: 'Choose at least 2.',
    })
  if (rows.length < folds)
    failStep({
      kind: 'too-few-rows',
      what: `Dividing into ${folds} folds`,
      needed: folds,
      found: rows.length,
    })
  const random = makeRandom(seed)
  return Array.from({ length: repeats }, () => {
    const strata = y ? rowsByClass(rows, y) : [Int32Array.from(rows)]
    return dealRound(
      strata.map((stratum) => random.shuffle(stratum)),
      folds,
    )
  }).flat()
}

function dealRound(strata: Int32Array[], folds: number): Int32Array[] {
  const dealt = Array.from({ length: folds }, (): number[] => [])
  let next = 0
  for (const stratum of strata) {
    for (const row of stratum) {
      dealt[next].push(row)
      next = (next + 1) % folds
    }
  }
  return dealt.map((members) => Int32Array.from(members).sort())
}
