import { formatCount } from '@/base/format'
import { hashSeed } from '@/base/hash'
import { defineRun, type RunContext } from '@/contract/run'
import { chooseErrors } from '@/ml/errors/chooseErrors'
import { whereErrorsLie } from '@/ml/errors/concentration'
import { rowErrors, type RowErrors } from '@/ml/errors/rowErrors'
import { drawnPlaces, pictureRows, brief } from '@/ml/errors/rowsPicture'
import type { ScoredRows } from '@/ml/evaluate/scoredRows'
import { costsOf } from '@/ml/evaluate/summarise'
import { testRowsFor } from '@/ml/evaluate/testRows'
import { needScored, scoreRows } from '@/ml/evaluate/scoredRows'
import { unscoredOf } from '@/ml/evaluate/unscored'
import { needTarget } from '@/ml/explain/judgedRows'
import { confusionMatrix } from '@/ml/metrics/confusion'
import { histogramOf } from '@/ml/metrics/histogram'
import { originOf } from '@/ml/preview/originOf'
import type { Dataset } from '@/values/dataset'
import type { Model } from '@/values/model'
import type { Column } from '@/values/table'
import definition from './definition'
import type { ErrorsPreview } from './preview'
import { addedColumns, briefCell, sentDataset, type AddedColumns } from './sentRows'

const usualThreshold = 0.5
const shownGroups = 12
const shownRows = 50
const shownColumns = 20

/** Everything that is known of the judged rows. */
interface Judged {
  model: Model
  dataset: Dataset
  scored: ScoredRows
  errors: RowErrors
  /** Places of the rows that go on, the worst first. */
  chosen: Int32Array
  added: AddedColumns
}

export default defineRun(definition, async ({ params, inputs, context }) => {
  needTarget(inputs.model)
  const { model } = inputs.model
  const { dataset, rows, warnings } = testRowsFor(inputs.model, inputs.data)
  const scored = needScored(await scoreRows(context, model, dataset, rows))
  const { task, positiveClass } = model
  const threshold = params.threshold === usualThreshold ? model.threshold : params.threshold
  const seed = hashSeed(context.seed, context.node)
  const errors = rowErrors(scored, { task, positiveClass, threshold, seed, ...costsOf(null) })
  const chosen = chooseErrors(scored, errors, params)
  const added = addedColumns(dataset.raw.columns, scored, errors, chosen)
  const judged: Judged = { model, dataset, scored, errors, chosen, added }
  const preview = await previewOf(judged, context)
  const unscored = unscoredOf(scored.faults, scored.rows.length + scored.faults.size, { rows: 'test rows' })
  return {
    outputs: {
      data: sentDataset(
        dataset,
        chosen.map((at) => scored.rows[at]),
        added,
      ),
    },
    preview,
    figure: figureOf(preview),
    metrics: { sent: preview.sent, ...(task === 'regression' ? {} : { wrong: preview.wrong }) },
    warnings: [...warnings, ...(unscored ? [`${unscored.cause} ${unscored.advice}`] : [])].map((text) => ({
      text,
    })),
  }
})

const figureOf = ({ task, sent, wrong, judged }: ErrorsPreview): string =>
  task === 'regression'
    ? `${formatCount(sent)} of ${formatCount(judged)} rows`
    : `${formatCount(sent)} rows · ${formatCount(wrong)} of ${formatCount(judged)} wrong`

async function previewOf(judged: Judged, context: RunContext): Promise<ErrorsPreview> {
  const { model, dataset, scored, errors, chosen } = judged
  const classes = errors.score !== null
  const off = classes ? errors.wrong : errors.error
  const others = dataset.raw.columns.filter(({ name }) => name !== model.target)
  return {
    kind: 'errors',
    task: model.task,
    target: model.target,
    origin: originOf(dataset.raw),
    judged: scored.rows.length,
    wrong: classes ? errors.wrong.reduce((sum, one) => sum + one, 0) : 0,
    sent: chosen.length,
    overall: brief(Array.from(off).reduce((sum, one) => sum + one, 0) / off.length),
    confusion: classes
      ? confusionMatrix(Int32Array.from(scored.truth), Int32Array.from(errors.predicted), scored.classes)
      : null,
    histogram: classes ? null : histogramOf(scored.truth.map((truth, at) => truth - errors.predicted[at])),
    where: await whereErrorsLie(others, { rows: scored.rows, off, shares: classes }, shownGroups, context),
    picture: pictureOf(judged),
    table: tableOf(judged),
  }
}

function pictureOf({ model, dataset, scored, errors, chosen }: Judged): ErrorsPreview['picture'] {
  const places = drawnPlaces(scored.rows.length, chosen)
  const sent = new Set(chosen)
  const others = dataset.raw.columns.filter(({ name }) => name !== model.target)
  const figures =
    errors.score === null
      ? [
          { name: 'Prediction', values: errors.predicted },
          { name: 'Residual', values: scored.truth.map((truth, at) => truth - errors.predicted[at]) },
        ]
      : [
          { name: 'Score of the prediction', values: errors.score },
          { name: 'Error', values: errors.error },
        ]
  return {
    ...pictureRows({ columns: others }, { rows: scored.rows, places }, figures),
    classes: scored.classes,
    truth: places.map((place) => brief(scored.truth[place])),
    predicted: places.map((place) => brief(errors.predicted[place])),
    sent: places.map((place) => sent.has(place)),
  }
}

/** Scores and errors to five digits; a row number has its own. */
function roundedCell(column: Column, row: number): string | number | null {
  const cell = briefCell(column, row)
  return typeof cell === 'number' && !Number.isInteger(cell) ? brief(cell) : cell
}

function tableOf({ dataset, scored, chosen, added }: Judged): ErrorsPreview['table'] {
  const own = dataset.raw.columns.slice(0, shownColumns)
  const rows = Array.from(chosen.subarray(0, shownRows), (at) => scored.rows[at])
  return {
    columns: [...added.columns, ...own].map(({ name, type }) => ({ name, type })),
    rows,
    cells: rows.map((row, i) => [
      ...added.columns.map((column) => roundedCell(column, i)),
      ...own.map((column) => briefCell(column, row)),
    ]),
  }
}
