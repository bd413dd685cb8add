import {
  formatCount,
  formatInterval,
  formatMetric,
  formatNumber,
  formatPercent,
  formatPlural,
} from '@/base/format'
import { ConfusionMatrix } from '@/kit/charts/ConfusionMatrix'
import { Histogram } from '@/kit/charts/Histogram'
import { Tiles } from '@/kit/charts/MetricTiles'
import { usePickedRows } from '@/kit/rowPicking'
import { RowsTable } from '@/kit/tables/RowsTable'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { defineView, type ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import { RowsScatter } from '../RowsScatter'
import { binPick, cellPick, pointPick, residualsOf } from './picks'
import { pickedInBins } from '../pickRows'
import type { ErrorsPreview } from './preview'

type Props = ViewProps<ErrorsPreview>

function Overview(props: Props) {
  const { preview, result } = props
  return (
    <div className="kit-stack">
      <Tiles tiles={tilesOf(preview)} />
      <Warnings result={result} />
      <div className="kit-pair-wide">
        <WhereMade {...props} />
        <Drawn {...props} />
      </div>
      <Worst preview={preview} />
      <p className="kit-quiet">
        The rows go on as they were gathered, with their row number, truth, prediction and error beside them.
      </p>
    </div>
  )
}

function tilesOf({ task, judged, wrong, sent, overall }: ErrorsPreview) {
  const off = overall ?? NaN
  const how =
    task === 'regression'
      ? { title: 'Mean absolute error', value: formatNumber(off) }
      : { title: 'Predicted wrongly', value: formatCount(wrong), note: formatPercent(off) }
  return [
    { title: 'Test rows', value: formatCount(judged) },
    how,
    { title: 'Sent on', value: formatCount(sent) },
  ]
}

/** Which classes are taken for which, or how large the residuals are; both select rows. */
function WhereMade(props: Props) {
  const { preview } = props
  const { confusion, histogram, origin, picture } = preview
  const picked = usePickedRows(origin)
  if (confusion) return <ConfusionMatrix title="Confusion" {...confusion} rowsOf={cellPick(props)} />
  if (!histogram) return null
  return (
    <Histogram
      title="Residuals: truth − predicted"
      xTitle="Residual"
      {...histogram}
      mark={0}
      rowsOf={binPick(props)}
      picked={pickedInBins(residualsOf(preview), picture.rows, histogram.edges, picked)}
    />
  )
}

function Drawn(props: Props) {
  const { preview } = props
  const { axes, sent, rows } = preview.picture
  const last = axes.length - 1
  // Two columns show where the errors lie; without them their size does.
  const start: [number, number] = preview.task !== 'regression' && axes.length > 3 ? [0, 1] : [last - 1, last]
  return (
    <RowsScatter
      title={`${formatPlural(rows.length, 'test row')}; coloured: sent on`}
      picture={preview.picture}
      origin={preview.origin}
      start={start}
      colourOf={(place) => (sent[place] ? 'rgb(var(--cell))' : undefined)}
      rowOf={pointPick(props)}
    />
  )
}

function Worst({ preview }: { preview: ErrorsPreview }) {
  const { table, sent, origin } = preview
  const picked = usePickedRows(origin)
  if (table.rows.length === 0) return <p className="kit-quiet">No row fits.</p>
  const caption = `${table.rows.length < sent ? `The ${formatCount(table.rows.length)} worst of ` : ''}${formatPlural(sent, 'row')}, worst first`
  return (
    <div>
      <h4 className="kit-heading">{caption}</h4>
      <RowsTable
        columns={table.columns}
        rows={table.cells}
        caption={caption}
        isPicked={picked.size > 0 ? (index) => picked.has(table.rows[index]) : undefined}
      />
    </div>
  )
}

function Where({ preview }: Props) {
  const { where, overall, task } = preview
  const write = task === 'regression' ? formatNumber : formatPercent
  if (where.length === 0)
    return <p className="kit-quiet">No group of at least 5 rows has more errors than all rows have.</p>
  const title = task === 'regression' ? 'Mean absolute error' : 'Wrong'
  const rows = where.map(({ column, name, rows: size, error, low, high }) => [
    `${column} · ${name === '' ? '(empty)' : name}`,
    formatCount(size),
    write(error),
    ...(task === 'regression' ? [] : [low === null || high === null ? null : formatInterval(low, high)]),
  ])
  return (
    <div className="kit-stack">
      <div className="kit-scroll">
        <SimpleTable
          caption="Groups with more errors than elsewhere"
          columns={['Group', 'Rows', title, ...(task === 'regression' ? [] : ['95 % interval'])]}
          rows={rows}
          numeric={[1, 2, 3]}
        />
      </div>
      <p className="kit-quiet">
        Over all test rows it is {write(overall ?? NaN)}. Groups are categories, or quarters of a column of
        numbers. Among many groups some stand out by chance: trust those with many rows and an interval that
        lies above {task === 'regression' ? 'the mean' : formatMetric(overall ?? NaN)}.
      </p>
    </div>
  )
}

export default defineView<ErrorsPreview>({ Overview, tabs: [{ title: 'Where', Content: Where }] })
