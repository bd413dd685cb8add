import { Bar, BarChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { formatCount, formatNumber } from '@/base/format'
import { Figure } from '../Figure'
import { usePlotHeight } from '../plotHeight'
import { axisLabel } from './CurveChart'
import { axisLine, tick, tooltipStyle } from './palette'

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
}

/** Counts in bins; hovering a bar tells its range. */
export function Histogram(props: HistogramProps) {
  const { title, xTitle, edges, counts, format = formatNumber } = props
  const data = counts.map((count, bin) => ({
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
      table={{ columns: [xTitle ?? 'Range', 'Rows'], rows, numeric: [1] }}
    >
      <Plot {...props} format={format} data={data} />
    </Figure>
  )
}

interface Bin {
  middle: number
  range: string
  count: number
}

function Plot({ data, xTitle, edges, mark, format, ...rest }: HistogramProps & { data: Bin[] }) {
  const height = usePlotHeight(rest.height ?? 150)
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 220, height }}>
      <BarChart
        data={data}
        margin={{ top: 6, right: 8, bottom: 2, left: 0 }}
        barCategoryGap={1}
        accessibilityLayer={false}
      >
        <XAxis
          dataKey="middle"
          type="number"
          domain={[edges[0], edges[edges.length - 1]]}
          height={xTitle ? 32 : 18}
          tick={tick}
          axisLine={axisLine}
          tickLine={false}
          tickCount={4}
          tickFormatter={format}
          label={xTitle ? axisLabel(xTitle) : undefined}
        />
        <YAxis width={34} tick={tick} axisLine={false} tickLine={false} tickCount={3} allowDecimals={false} />
        <Tooltip
          {...tooltipStyle}
          cursor={{ fill: 'var(--surface-2)' }}
          labelFormatter={(_, items) => String(items[0]?.payload.range ?? '')}
          formatter={(value) => [formatCount(Number(value)), 'Rows']}
        />
        {mark !== undefined && <ReferenceLine x={mark} stroke="var(--text-2)" strokeDasharray="3 3" />}
        <Bar
          dataKey="count"
          fill="var(--mark)"
          fillOpacity={0.75}
          radius={[2, 2, 0, 0]}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  )
}
