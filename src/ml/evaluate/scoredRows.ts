import type { Catalog } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import type { Dataset } from '@/values/dataset'
import type { Model } from '@/values/model'
import { cellValue, isMissing, takeRows, type Column } from '@/values/table'
import { scoreTable } from '../score'
import { withTarget } from '../recipe'
import { targetColumn, targetValues } from '../task'

/** Truth and scores of the rows that a model was judged on. */
export interface ScoredRows {
  /** Row numbers of the dataset's raw table. */
  rows: Int32Array
  /** Class index, or value for regression. Classes that the model does not know come after its own. */
  truth: Float64Array
  /** `rows × width`, row by row. */
  scores: Float64Array
  /** Scores per row: number of the model's classes, 1 for regression. */
  width: number
  /** The model's classes, then those that only the truth has. */
  classes: string[]
  /** Rows that were left out because their truth is missing. */
  unlabelled: number
}

const chunk = 4096

/**
 * Scores the given rows of a dataset with a model.
 * @throws StepFailure when the truth or a column is not there, no row has a truth, or a score is not finite.
 */
export async function scoreRows(
  context: { catalog: Catalog } & Pick<Pulse, 'breathe'>,
  model: Model,
  dataset: Dataset,
  wanted: Int32Array,
): Promise<ScoredRows> {
  const judged = withTarget(context.catalog, dataset, model.target)
  const labelled = readTruth(targetColumn(judged, model.target), model, wanted)
  if (labelled.rows.length === 0) {
    failStep(
      wanted.length === 0
        ? { kind: 'no-rows', what: 'the evaluation' }
        : { kind: 'missing-target', column: model.target, count: wanted.length },
    )
  }
  const width = Math.max(1, model.classes.length)
  const scores = new Float64Array(labelled.rows.length * width)
  for (let start = 0; start < labelled.rows.length; start += chunk) {
    await context.breathe()
    const part = takeRows(dataset.raw, labelled.rows.subarray(start, start + chunk))
    scores.set(scoreTable(context.catalog, model, part).values, start * width)
  }
  if (!scores.every(Number.isFinite)) failOnScores()
  return { ...labelled, scores, width, unlabelled: wanted.length - labelled.rows.length }
}

type Labelled = Pick<ScoredRows, 'rows' | 'truth' | 'classes'>

function readTruth(column: Column, model: Model, wanted: Int32Array): Labelled {
  const rows = wanted.filter((row) => !isMissing(column, row))
  const known = targetValues(column, model.classes)
  const classes = [...model.classes]
  if (classes.length === 0) {
    const infinite = rows.find((row) => !Number.isFinite(known[row]))
    if (infinite !== undefined) failStep({ kind: 'not-finite', column: column.name, row: infinite })
  }
  const truth = Float64Array.from(rows, (row) => {
    if (!Number.isNaN(known[row])) return known[row]
    const name = String(cellValue(column, row))
    const place = classes.indexOf(name, model.classes.length)
    return place >= 0 ? place : classes.push(name) - 1
  })
  return { rows, truth, classes }
}

function failOnScores(): never {
  return failStep({
    kind: 'diverged',
    what: 'The model',
    advice: 'Scale the numbers, lower the learning rate, or look for extreme values in the data.',
  })
}
