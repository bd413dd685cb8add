import { SegmentedControl, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatInterval, formatMetric, formatPercent } from '@/base/format'
import { usePick } from '@/kit/rowPicking'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { defineView, type ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import type { FairnessGaps } from '@/ml/slices/fairness'
import type { Figure } from '@/ml/slices/slices'
import { metricInfo } from '@/values/metrics'
import type { RowSelection } from '@/values/rowSelection'
import type { SlicesPreview } from './preview'
import { SliceBars } from './SliceBars'

type Props = ViewProps<SlicesPreview>
type One = SlicesPreview['slices'][number]

const orders = [
  { value: 'column', label: 'By column' },
  { value: 'worst', label: 'Worst first' },
  { value: 'rows', label: 'Largest first' },
]

function sorted(slices: One[], order: string, higher: boolean): One[] {
  if (order === 'rows') return slices.toSorted((a, b) => b.rows - a.rows)
  if (order !== 'worst') return slices
  const value = ({ metric }: One) => (metric === null ? Infinity : higher ? metric.value : -metric.value)
  return slices.toSorted((a, b) => value(a) - value(b))
}

function Overview(props: Props) {
  const { preview, result } = props
  const { metric, overall, rows, hidden, smallest, higher } = preview
  const [order, setOrder] = useState('column')
  const title = metricInfo(metric)?.title ?? metric
  return (
    <div className="kit-stack">
      <Warnings result={result} />
      <Gaps preview={preview} />
      <SegmentedControl aria-label="Order" size="xs" data={orders} value={order} onChange={setOrder} />
      <SliceBars
        title={title}
        overall={overall}
        slices={sorted(preview.slices, order, higher)}
        name={(slice) => <Name props={props} slice={slice} />}
      />
      <p className="kit-quiet">
        {overall &&
          `${title} is ${formatMetric(overall.value)} on all ${formatCount(rows)} test rows (the line). `}
        Bars are 95 % intervals; {higher ? 'higher' : 'lower'} is better. Groups of fewer than{' '}
        {formatCount(smallest)} rows are small: read them with care.
        {hidden > 0 && ` ${formatCount(hidden)} more groups are in the data that go on from here.`}
      </p>
    </div>
  )
}

/** A group selects its rows in every open chart. */
function Name({ props, slice }: { props: Props; slice: One }) {
  const picking = usePick()
  const text = `${slice.column}: ${slice.name === '' ? '(empty)' : slice.name}`
  if (!picking) return <>{text}</>
  const rows = rowsOf(props, slice)
  return (
    <UnstyledButton
      className="kit-pick"
      title={`Select the rows: ${text}`}
      aria-pressed={picking.isPicked(rows.key)}
      onClick={() => picking.pick(rows)}
    >
      {text}
    </UnstyledButton>
  )
}

function rowsOf({ node, result, preview }: Props, { at, column, name, rows }: One): RowSelection {
  const { drawn } = preview
  const [grouping, group] = at
  return {
    key: JSON.stringify([node, column, name]),
    node,
    result: result.key,
    origin: drawn.origin,
    rows: drawn.rows.filter((_, i) => drawn.groups[grouping][i] === group),
    count: rows,
    words: `${column} is ${name}`,
    onward: null,
  }
}

const share = (value: number | null): string => (value === null ? '–' : formatMetric(value))

function Gaps({ preview }: { preview: SlicesPreview }) {
  const { gaps, className } = preview
  if (className === null || gaps.length === 0) return null
  const rows = gaps.map((one: FairnessGaps) => [
    one.column,
    share(one.demographicParity),
    one.disparateImpact === null
      ? '–'
      : `${formatMetric(one.disparateImpact)}${one.disparateImpact < 0.8 ? ' ▼ below 0.8' : ''}`,
    share(one.equalOpportunity),
    share(one.equalisedOdds),
  ])
  return (
    <div>
      <div className="kit-scroll">
        <SimpleTable
          caption={`How differently groups are called “${className}”`}
          columns={[
            'Column',
            'Demographic parity',
            'Disparate impact',
            'Equal opportunity',
            'Equalised odds',
          ]}
          rows={rows}
          numeric={[1, 2, 3, 4]}
        />
      </div>
      <p className="kit-quiet">
        Largest difference between groups, 0 where all are treated alike: in the share that is called “
        {className}
        ”, and in the share that is found among those that are. Disparate impact is the smallest share over
        the largest, 1 where all are alike.
      </p>
    </div>
  )
}

function Rates({ preview }: Props) {
  const write = (figure: Figure | null) =>
    figure === null
      ? null
      : `${formatPercent(figure.value)}${figure.low === null || figure.high === null ? '' : ` (${formatInterval(figure.low, figure.high)})`}`
  const rows = preview.slices.map(({ column, name, rows: size, small, called, found, alarms }) => [
    `${column}: ${name}`,
    `${formatCount(size)}${small ? ' (small)' : ''}`,
    write(called),
    write(found),
    write(alarms),
  ])
  return (
    <div className="kit-scroll">
      <SimpleTable
        caption={`“${preview.className ?? ''}” by group, with 95 % intervals`}
        columns={['Group', 'Rows', 'Called so', 'Found of those that are', 'False alarms of the others']}
        rows={rows}
        numeric={[1, 2, 3, 4]}
      />
    </div>
  )
}

export default defineView<SlicesPreview>({
  Overview,
  tabs: [{ title: 'Rates', shows: ({ className }) => className !== null, Content: Rates }],
})
