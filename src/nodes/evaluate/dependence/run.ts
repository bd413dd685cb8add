import { closestName } from '@/base/closest'
import { formatMetric } from '@/base/format'
import { hashSeed } from '@/base/hash'
import { failStep } from '@/contract/errors'
import { defineRun } from '@/contract/run'
import { unscoredOf } from '@/ml/evaluate/unscored'
import { dependence, type Dependence } from '@/ml/explain/dependence'
import { dependenceGrid, type DependenceGrid } from '@/ml/explain/dependenceGrid'
import { drawRows, needTarget } from '@/ml/explain/judgedRows'
import { outputOf } from '@/ml/explain/output'
import { needColumn } from '@/ml/matrix'
import { castColumn } from '@/ml/recipe/cast'
import { Mark, rowsMarked, type Dataset } from '@/values/dataset'
import type { Model } from '@/values/model'
import { allRows, takeRows } from '@/values/table'
import { axisOf } from './axis'
import definition from './definition'
import type { DependencePreview } from './preview'

const mostOffered = 300
const mostCategories = 20
/** Of two columns: so many values of each. */
const mostTogether = 20

export default defineRun(definition, async ({ params, inputs, context }) => {
  needTarget(inputs.model)
  const { model } = inputs.model
  const seed = hashSeed(context.seed, context.node, 'dependence')
  const { dataset, rows, isTest } = rowsOf(inputs.data ?? inputs.model.dataset)
  const drawn = drawRows(rows, params.most, seed)
  const raw = takeRows(dataset.raw, drawn)
  const output = outputOf(model, params.class)
  const names = columnsOf(model, params)
  const points = names.length > 1 ? Math.min(params.points, mostTogether) : params.points
  const grids = names.map((name): DependenceGrid => {
    const { type } = model.contract.find((field) => field.name === name)!
    return dependenceGrid(castColumn(needColumn(raw, name), type), points, mostCategories)
  })
  const found = await dependence(context, model, { raw, grids, output })
  const lines = drawRows(allRows(found.rows.length), names.length > 1 ? 0 : params.curves, seed)
  const preview: DependencePreview = {
    kind: 'dependence',
    ...{ task: model.task, target: model.target, className: model.classes[output] ?? null },
    ...{ rows: found.rows.length, failed: found.faults.size, isTest },
    columns: model.contract.slice(0, mostOffered).map(({ name }) => name),
    classes: model.classes.slice(0, mostOffered),
    axes: grids.map((grid) => axisOf(grid, seed)),
    mean: Array.from(found.mean, written),
    curves: Array.from(lines, (line) => lineOf(found, line)),
  }
  const [low, high] = [Math.min(...found.mean), Math.max(...found.mean)]
  return {
    outputs: {},
    preview,
    figure: `${names.join(' × ')}: ${formatMetric(low)} to ${formatMetric(high)}`,
    metrics: { lowest: low, highest: high },
    warnings: warningsOf(preview, found, drawn.length).map((text) => ({ text })),
  }
})

/** More digits cannot be seen in a picture. */
const written = (value: number): number => Number(value.toPrecision(6))

function lineOf({ curves, mean }: Dependence, line: number): number[] {
  return Array.from(curves.subarray(line * mean.length, (line + 1) * mean.length), written)
}

/** Test rows; all rows where none are kept. @throws StepFailure no-rows. */
function rowsOf(dataset: Dataset): { dataset: Dataset; rows: Int32Array; isTest: boolean } {
  const test = rowsMarked(dataset, Mark.test)
  const rows = test.length > 0 ? test : allRows(dataset.raw.rowCount)
  if (rows.length === 0) failStep({ kind: 'no-rows', what: 'a partial dependence' })
  return { dataset, rows, isTest: test.length > 0 }
}

/** @throws StepFailure parameter or unknown-column. */
function columnsOf({ contract }: Model, { column, second }: { column: string; second: string }): string[] {
  const known = contract.map(({ name }) => name)
  if (known.length === 0) failStep({ kind: 'no-features' })
  // A column without a name is found only where nothing else can be meant.
  const first = column === '' ? known[0] : column
  const names = second === '' ? [first] : [first, second]
  for (const name of names)
    if (!known.includes(name))
      failStep({ kind: 'unknown-column', column: name, closest: closestName(name, known) })
  if (names[0] === names[1])
    failStep({
      kind: 'parameter',
      parameter: 'Second column',
      problem: `“${second}” is the first column already`,
      advice: 'Choose another one, or leave it empty.',
    })
  return names
}

function warningsOf({ axes, isTest }: DependencePreview, { faults }: Dependence, rows: number): string[] {
  const said: string[] = []
  const unscored = unscoredOf(faults, rows, { rows: isTest ? 'test rows' : 'rows' })
  if (unscored) said.push(`${unscored.cause} ${unscored.advice}`)
  for (const { name, values, leftOut } of axes) {
    if (values.length === 1) said.push(`“${name}” has one value only, so there is nothing to compare.`)
    if (leftOut > 0)
      said.push(
        `“${name}” has ${leftOut} rarer ${leftOut === 1 ? 'category' : 'categories'} that are not shown.`,
      )
  }
  return said
}
