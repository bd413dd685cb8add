import { failStep } from '@/contract/errors'
import { Mark, rowsMarked, type Dataset } from '@/values/dataset'
import type { ModelValue } from '@/values/model'
import { allRows } from '@/values/table'

/** The rows that a model is judged on, and what a person should know about them. */
export interface TestRows {
  dataset: Dataset
  rows: Int32Array
  warnings: string[]
}

/**
 * The rows marked as test of the separate dataset (all of its rows when none is marked), or without one the test
 * rows of the dataset that the model was trained from.
 * @throws StepFailure when the model's own dataset has no test rows.
 */
export function testRowsFor(value: ModelValue, separate: Dataset | undefined): TestRows {
  const dataset = separate ?? value.dataset
  const rows = rowsMarked(dataset, Mark.test)
  if (rows.length > 0) return { dataset, rows, warnings: [] }
  if (separate === undefined) {
    return failStep({
      kind: 'different-data',
      problem: 'The data that the model was trained on has no test rows',
      advice: 'Add a Split node before the model, or wire a separate dataset to Test data.',
    })
  }
  const same = separate.raw === value.dataset.raw
  const warning =
    'The test data are the very rows that the model was trained on, so the figures say nothing about new rows.'
  return { dataset, rows: allRows(separate.raw.rowCount), warnings: same ? [warning] : [] }
}

/** @throws StepFailure when the models cannot be compared: another task, target, or set of classes. */
export function checkComparable(values: ModelValue[]): void {
  const [first, ...others] = values.map((value) => value.model)
  for (const other of others) {
    if (other.task !== first.task) failDifferent('The models have different tasks')
    if (other.target !== first.target) {
      failDifferent(`The models predict different targets, “${first.target}” and “${other.target}”`)
    }
    if (other.positiveClass !== first.positiveClass)
      failDifferent('The models have different positive classes')
    const same =
      other.classes.length === first.classes.length &&
      other.classes.every((name, i) => name === first.classes[i])
    if (!same) failDifferent('The models know different classes')
  }
}

function failDifferent(problem: string): never {
  return failStep({
    kind: 'different-data',
    problem,
    advice: 'Judge them in separate Hold-out evaluation nodes.',
  })
}

/** Whether models are judged on different rows although nothing separate is wired. */
export function differentRows(tests: TestRows[]): boolean {
  const [first, ...others] = tests
  return others.some(
    ({ dataset, rows }) =>
      dataset.raw.rowCount !== first.dataset.raw.rowCount ||
      rows.length !== first.rows.length ||
      rows.some((row, i) => row !== first.rows[i]),
  )
}
