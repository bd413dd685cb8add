import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { formatNumber } from '@/base/format'
import { closestName } from '@/base/closest'
import { failStep } from '@/contract/errors'
import { defineRun } from '@/contract/run'
import { brief, drawnPlaces, pictureRows } from '@/ml/errors/rowsPicture'
import type { ScoredRows } from '@/ml/evaluate/scoredRows'
import { judgedRows } from '@/ml/explain/judgedRows'
import { histogramOf } from '@/ml/metrics/histogram'
import { originOf, spacedOver } from '@/ml/preview/originOf'
import { breuschPagan, durbinWatson, jarqueBera, orderMedian, spreadOf } from '@/ml/residuals/diagnose'
import { groupRows } from '@/ml/slices/groups'
import { roleOf, type Dataset } from '@/values/dataset'
import { findColumn, isCoded, type Column, type NumberColumn, type Table } from '@/values/table'
import definition from './definition'
import type { ResidualGroups, ResidualsPreview } from './preview'

const mostColumns = 12
const bins = 8
const mostQuantiles = 200

export default defineRun(definition, async ({ params, inputs, context }) => {
  const { model } = inputs.model
  if (model.task !== 'regression')
    failStep({ kind: 'wrong-task', task: model.task, needed: 'predicted numbers' })
  const { scored, raw, warnings } = await judgedRows(context, inputs, { most: Infinity, seed: 0 })
  const residuals = scored.truth.map((truth, at) => truth - scored.scores[at])
  await context.breathe()
  const { mean, deviation } = spreadOf(residuals)
  const others = raw.columns.filter(({ name }) => name !== model.target)
  const preview: ResidualsPreview = {
    kind: 'residuals',
    target: model.target,
    origin: originOf(raw),
    rows: residuals.length,
    mean: brief(mean),
    deviation: brief(deviation),
    histogram: histogramOf(residuals),
    picture: pictureOf({ columns: others }, scored, residuals),
    normal: normalQuantiles(residuals),
    byColumn: others.slice(0, mostColumns).map((column) => meansBy(column, scored.rows, residuals)),
    breuschPagan: breuschPagan(residuals, scored.scores),
    jarqueBera: jarqueBera(residuals),
    durbinWatson: inOrder(
      scored.rows,
      residuals,
      orderColumn(inputs.data ?? inputs.model.dataset, raw, params.order),
    ),
  }
  return {
    outputs: {},
    preview,
    figure: `${formatNumber(mean)} ± ${formatNumber(deviation)}`,
    metrics: recordOf(preview),
    warnings: warnings.map((text) => ({ text })),
  }
})

function pictureOf(raw: Pick<Table, 'columns'>, scored: ScoredRows, residuals: Float64Array) {
  const { mean, deviation } = spreadOf(residuals)
  return pictureRows(raw, { rows: scored.rows, places: drawnPlaces(scored.rows.length) }, [
    { name: 'Predicted', values: scored.scores },
    { name: 'Residual', values: residuals },
    {
      name: '√|standardised residual|',
      values: residuals.map((value) => Math.sqrt(Math.abs((value - mean) / deviation))),
    },
  ])
}

/** Some of the sorted, standardised residuals, and where they would lie if they were normal. */
function normalQuantiles(residuals: Float64Array): ResidualsPreview['normal'] {
  const { mean, deviation } = spreadOf(residuals)
  if (!(deviation > 0) || !Number.isFinite(deviation)) return { expected: [], found: [] }
  const sorted = residuals.toSorted()
  const places = spacedOver(sorted.length, mostQuantiles)
  const last = sorted.length - 1
  if (places.at(-1) !== last) places.push(last)
  return {
    expected: places.map((place) => normalQuantile(orderMedian(place, sorted.length), 0, 1)),
    found: places.map((place) => (sorted[place] - mean) / deviation),
  }
}

function meansBy(column: Column, rows: Int32Array, residuals: Float64Array): ResidualGroups {
  const { names, of } = groupRows(column, rows, bins)
  const sums = new Float64Array(names.length)
  const sizes = new Int32Array(names.length)
  of.forEach((place, at) => {
    sums[place] += residuals[at]
    sizes[place]++
  })
  const groups = names.map((name, place) => ({
    name,
    rows: sizes[place],
    mean: brief(sums[place] / sizes[place]),
  }))
  return { column: column.name, groups: groups.filter((group) => group.rows > 0) }
}

/** @throws StepFailure unknown-column, or parameter for words, which have no order. */
function orderColumn(dataset: Dataset, raw: Table, chosen: string): NumberColumn | null {
  const name = chosen === '' ? raw.columns.find((one) => roleOf(dataset, one.name) === 'time')?.name : chosen
  if (name === undefined) return null
  const column = findColumn(raw, name)
  if (!column) {
    const closest = closestName(name, raw.columns.map((one) => one.name)) // prettier-ignore
    return failStep({ kind: 'unknown-column', column: name, closest })
  }
  if (!isCoded(column)) return column
  if (chosen === '') return null
  return failStep({
    kind: 'parameter',
    parameter: 'In the order of',
    problem: `“${name}” holds words`,
    advice: 'Choose a column of numbers or dates.',
  })
}

/** Rows without a value in the order are left out. */
function inOrder(
  rows: Int32Array,
  residuals: Float64Array,
  column: NumberColumn | null,
): ResidualsPreview['durbinWatson'] {
  if (!column) return null
  const at = (place: number) => column.values[rows[place]]
  const places = rows
    .map((_, place) => place)
    .filter((place) => !Number.isNaN(at(place)))
    .sort((a, b) => at(a) - at(b) || a - b)
  const value = durbinWatson(Float64Array.from(places, (place) => residuals[place]))
  return value === null ? null : { value, column: column.name }
}

function recordOf({ mean, deviation, breuschPagan, jarqueBera, durbinWatson }: ResidualsPreview) {
  const record: Record<string, number> = {}
  if (mean !== null) record.mean = mean
  if (deviation !== null) record.deviation = deviation
  if (breuschPagan) record.breuschPaganP = breuschPagan.p
  if (jarqueBera) record.jarqueBeraP = jarqueBera.p
  if (durbinWatson) record.durbinWatson = durbinWatson.value
  return record
}
