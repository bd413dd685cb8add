import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts'
import { formatCount, formatNumber, formatPlural } from '@/base/format'
import { Figure } from '../Figure'
import type { RowSelection } from '@/values/rowSelection'
import { Plot, type PlotSize } from '../Plot'
import { usePlotHeight } from '../plotHeight'
import { usePick } from '../rowPicking'
import { Axes, GuideLine, shareOf } from './Axes'
import { placing, tooltipStyle } from './palette'
import { niceTicks } from './ticks'

interface HistogramProps {
  title: string
  xTitle?: string
  /** One more than counts. */
  edges: number[]
  counts: number[]
  /** A value to point out, e.g. 0 for residuals. */
  mark?: number
  height?: number
  format?: (value: number) => string
  /** The rows of a bar; null where it has none that could be selected. */
  rowsOf?: (bin: number) => RowSelection | null
  /** How many rows of each bar are selected elsewhere. */
  picked?: number[]
}

/** Counts in bins; hovering a bar tells its range. */
export function Histogram(props: HistogramProps) {
  const { title, xTitle, edges, counts, format = formatNumber } = props
  const height = usePlotHeight(props.height ?? 150)
  const data = counts.map((count, bin) => ({
    picked: props.picked?.[bin] ?? 0,
    rest: count - (props.picked?.[bin] ?? 0),
    middle: (edges[bin] + edges[bin + 1]) / 2,
    range: `${format(edges[bin])} to ${format(edges[bin + 1])}`,
    count,
  }))
  const most = data.reduce((best, bin) => (bin.count > best.count ? bin : best), data[0])
  const total = counts.reduce((sum, count) => sum + count, 0)
  const summary = most
    ? `Histogram of ${formatCount(total)} rows from ${format(edges[0])} to ${format(edges[edges.length - 1])}; most lie at ${most.range}.`
    : 'No rows.'
  const rows = data.map((bin) => [bin.range, formatCount(bin.count)])
  return (
    <Figure
      title={title}
      summary={summary}
      overlay={
        props.rowsOf && (
          <BinButtons {...props} rowsOf={props.rowsOf} ranges={data.map(({ range }) => range)} />
        )
      }
      table={{ columns: [xTitle ?? 'Range', 'Rows'], rows, numeric: [1] }}
    >
      <Plot height={height} apart>
        {(size, pointed) => <Columns {...props} {...{ format, data, size, pointed }} />}
      </Plot>
    </Figure>
  )
}

interface Bin {
  /** Of the count, those that are selected, drawn at the foot. */
  picked: number
  rest: number
  middle: number
  range: string
  count: number
}

const frame = { left: 40, right: 8, top: 6 }

interface ColumnsProps extends HistogramProps {
  data: Bin[]
  size: PlotSize
  pointed: boolean
}

function Columns({ data, xTitle, edges, mark, format, size, pointed }: ColumnsProps) {
  const range: [number, number] = [edges[0], edges[edges.length - 1]]
  const most = Math.max(1, ...data.map((bin) => bin.count))
  const box = { ...size, frame: { ...frame, bottom: xTitle ? 34 : 20 } }
  return (
    <BarChart {...size} data={data} margin={box.frame} barCategoryGap={1} accessibilityLayer={false}>
      <XAxis dataKey="middle" {...placing} domain={range} />
      <YAxis {...placing} domain={[0, most]} />
      <Axes
        {...box}
        sideLine={false}
        x={{ range, ticks: niceTicks(...range), format, title: xTitle }}
        y={{ range: [0, most], ticks: niceTicks(0, most, 2).filter(Number.isInteger), format: formatCount }}
      />
      {pointed && (
        <Tooltip
          {...tooltipStyle}
          cursor={{ fill: 'var(--surface-2)' }}
          labelFormatter={(_, items) => String(items[0]?.payload.range ?? '')}
          formatter={(_value, _name, { payload }) => [formatCount((payload as Bin).count), 'Rows']}
        />
      )}
      {mark !== undefined && (
        <GuideLine {...box} from={[shareOf(mark, range), 0]} to={[shareOf(mark, range), 1]} />
      )}
      <Bar
        dataKey="picked"
        stackId="rows"
        fill="var(--picked)"
        isAnimationActive={false}
        tooltipType="none"
      />
      <Bar
        dataKey="rest"
        stackId="rows"
        fill="var(--mark)"
        fillOpacity={0.75}
        radius={[2, 2, 0, 0]}
        isAnimationActive={false}
      />
    </BarChart>
  )
}

interface BinButtonsProps extends HistogramProps {
  rowsOf: (bin: number) => RowSelection | null
  ranges: string[]
}

/** Over each bar a button as wide as it: charts are pictures, and bars must be reached without a pointer. */
function BinButtons({ counts, rowsOf, ranges, xTitle }: BinButtonsProps) {
  const picking = usePick()
  if (!picking) return null
  return (
    <div
      className="kit-bins"
      style={{ left: frame.left, right: frame.right, top: frame.top, bottom: xTitle ? 34 : 20 }}
    >
      {counts.map((count, bin) => {
        const rows = count > 0 ? rowsOf(bin) : null
        if (!rows) return <span key={bin} />
        const text = `${ranges[bin]}: ${formatPlural(count, 'row')}`
        return (
          <button
            key={bin}
            type="button"
            title={text}
            aria-label={text}
            aria-pressed={picking.isPicked(rows.key)}
            onClick={() => picking.pick(rows)}
          />
        )
      })}
    </div>
  )
}
