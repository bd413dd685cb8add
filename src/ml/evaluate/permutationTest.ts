import { hashSeed } from '@/base/hash'
import { makeRandom } from '@/base/random'
import type { RunContext } from '@/contract/run'
import type { Dataset } from '@/values/dataset'
import type { Learner } from '@/values/model'
import { cellValue, takeColumnRows, type Column, type Table } from '@/values/table'
import type { Judging } from './evaluateScores'
import type { Fold } from './folding'
import { eachFoldScores, meanOf } from './foldScores'

export interface PermutationTask {
  dataset: Dataset
  learner: Learner
  target: string
  judging: Judging
  metric: string
  permutations: number
  /** Divides a dataset whose target may be shuffled. */
  foldsOf: (dataset: Dataset) => readonly Fold[]
  /** Which row's target each row gets in a permutation. */
  order: (permutation: number) => Int32Array
}

export interface PermutationScores {
  /** Mean of the metric over the folds, with the target as it is; null where it has no value. */
  score: number | null
  /** Why there is no score, in a sentence. */
  error: string | null
  /** The same of each permutation. */
  shuffled: (number | null)[]
  /** Reason of the first permutation that failed. */
  shuffledError: string | null
}

/** About so many models are trained side by side before they are scored and forgotten. */
const modelsAtOnce = 24

/**
 * The score of a learner in cross-validation, and its scores after the target was dealt out anew among the rows, so
 * that features and target have nothing to do with each other (Ojala and Garriga, Permutation Tests for Studying
 * Classifier Performance, 2010; as scikit-learn's `permutation_test_score`).
 */
export async function permutationScores(
  task: PermutationTask,
  context: RunContext,
): Promise<PermutationScores> {
  const { dataset, permutations } = task
  context.progress({ share: 0, message: 'The score with the target as it is' })
  const real = await foldScoresOf([dataset], task, context)
  const [{ test, error }] = real
  const score = meanOf(test)
  if (score === null) return { score, error, shuffled: [], shuffledError: null }
  const found: PermutationScores = { score, error: null, shuffled: [], shuffledError: null }
  const atOnce = Math.max(1, Math.floor(modelsAtOnce / test.length))
  for (let first = 0; first < permutations; first += atOnce) {
    await context.breathe()
    const many = Math.min(atOnce, permutations - first)
    const datasets = Array.from({ length: many }, (_, i) =>
      withShuffled(dataset, task.target, task.order(first + i)),
    )
    for (const one of await foldScoresOf(datasets, task, context)) {
      found.shuffled.push(meanOf(one.test))
      found.shuffledError ??= one.error
    }
    const done = first + many
    context.progress({ share: done / permutations, message: `${done} of ${permutations} shuffles` })
  }
  return found
}

const foldScoresOf = (
  datasets: Dataset[],
  { learner, judging, metric, foldsOf }: PermutationTask,
  context: RunContext,
) =>
  eachFoldScores(
    datasets.map((dataset) => ({ dataset, learner, folds: foldsOf(dataset), judging, metric })),
    context,
  )

/** How likely so good a score is when there is nothing to find: (C + 1) / (n + 1), never 0. */
export function pValueOf(score: number, shuffled: readonly number[], sign: number): number {
  const asGood = shuffled.filter((value) => sign * value >= sign * score).length
  return (asGood + 1) / (shuffled.length + 1)
}

/** Places of `rows` dealt out among themselves; with groups, within each group alone, as scikit-learn does. */
export function shuffledOrder(
  rowCount: number,
  rows: Int32Array,
  { group, seed }: { group: Column | null; seed: number },
): (permutation: number) => Int32Array {
  const strata = group ? rowsByGroup(group, rows) : [rows]
  return (permutation) => {
    const random = makeRandom(hashSeed(seed, 'shuffle', permutation))
    const order = Int32Array.from({ length: rowCount }, (_, row) => row)
    for (const stratum of strata) {
      const dealt = random.shuffle(stratum.slice())
      stratum.forEach((row, at) => (order[row] = dealt[at]))
    }
    return order
  }
}

function rowsByGroup(column: Column, rows: Int32Array): Int32Array[] {
  const members = new Map<unknown, number[]>()
  for (const row of rows) {
    const value = cellValue(column, row)
    // A row without a group is one by itself, and keeps its target.
    if (value === null) continue
    const known = members.get(value)
    if (known) known.push(row)
    else members.set(value, [row])
  }
  return [...members.values()].map((own) => Int32Array.from(own))
}

/** The same data with the target's values dealt out anew, in the raw table and in the prepared one. */
function withShuffled(dataset: Dataset, target: string, order: Int32Array): Dataset {
  const shuffle = (table: Table): Table => ({
    ...table,
    columns: table.columns.map((column) => (column.name === target ? takeColumnRows(column, order) : column)),
  })
  const raw = shuffle(dataset.raw)
  return { ...dataset, raw, table: dataset.table === dataset.raw ? raw : shuffle(dataset.table) }
}
