import { Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { formatNumber } from '@/base/format'
import { Figure } from '../Figure'
import { usePlotHeight } from '../plotHeight'
import { axisLabel } from './CurveChart'
import { Labels } from './Labels'
import { axisLine, seriesColour, tick, tooltipStyle, type Frame } from './palette'
import { extent, niceTicks } from './ticks'

interface LinesChartProps {
  title: string
  xTitle: string
  x: readonly number[]
  /** Values at each x; null leaves a gap. */
  series: { name: string; values: readonly (number | null)[] }[]
  /** An x to point out, with its word. */
  mark?: { x: number; text: string } | null
  height?: number
}

const frame: Frame = { left: 48, right: 10, top: 8, bottom: 34 }

/** Figures over epochs or steps, e.g. training and validation loss; it grows while the step runs. */
export function LinesChart({ title, xTitle, x, series, mark, height }: LinesChartProps) {
  const data = x.map((value, index) => ({ x: value, y: series.map((one) => one.values[index] ?? null) }))
  const last = (values: readonly (number | null)[]) => values.findLast((value) => value !== null) ?? null
  const labels = series.map((one, index) => ({
    text: withLast(one.name, last(one.values)),
    colour: seriesColour(index),
  }))
  const summary = `${title} over ${x.length} points. Last: ${labels.map((label) => label.text).join(', ')}.`
  const rows = data.map((row) => [
    String(row.x),
    ...row.y.map((value) => (value === null ? null : formatNumber(value))),
  ])
  const table = {
    columns: [xTitle, ...series.map((one) => one.name)],
    rows: rows.slice(-200),
    numeric: series.map((_, index) => index + 1),
  }
  return (
    <Figure title={title} summary={summary} table={table}>
      <Plot {...{ data, xTitle, series, mark, height }} />
      <Labels labels={labels} corner="top-right" frame={frame} />
    </Figure>
  )
}

type PlotProps = Pick<LinesChartProps, 'xTitle' | 'series' | 'mark' | 'height'> & {
  data: { x: number; y: (number | null)[] }[]
}

function Plot({ data, xTitle, series, mark, ...rest }: PlotProps) {
  const height = usePlotHeight(rest.height ?? 180)
  const range = extent(
    series.flatMap((one) => one.values.filter((value) => value !== null)),
    0.05,
  )
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 300, height }}>
      <LineChart
        data={data}
        margin={{ top: frame.top, right: frame.right, bottom: 2, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis
          dataKey="x"
          type="number"
          domain={['dataMin', 'dataMax']}
          height={32}
          tick={tick}
          axisLine={axisLine}
          tickLine={false}
          tickCount={5}
          allowDecimals={false}
          label={axisLabel(xTitle)}
        />
        <YAxis
          width={frame.left}
          domain={range}
          ticks={niceTicks(...range)}
          tick={tick}
          axisLine={axisLine}
          tickLine={false}
          tickFormatter={formatNumber}
          interval={0}
        />
        <Tooltip
          {...tooltipStyle}
          labelFormatter={(value) => `${xTitle} ${String(value)}`}
          formatter={(value, name) => [formatNumber(Number(value)), name]}
        />
        <Mark mark={mark} />
        {series.map((one, index) => (
          <Line
            key={index}
            name={one.name}
            dataKey={(row: PlotProps['data'][number]) => row.y[index]}
            dot={data.length < 3}
            stroke={seriesColour(index)}
            strokeWidth={1.8}
            strokeDasharray={index === 1 ? '5 3' : undefined}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}

function Mark({ mark }: Pick<LinesChartProps, 'mark'>) {
  if (!mark) return null
  const label = { value: mark.text, position: 'insideTopRight' as const, ...tick }
  return <ReferenceLine x={mark.x} stroke="var(--text-2)" strokeDasharray="3 3" label={label} />
}

const withLast = (name: string, value: number | null): string =>
  value === null ? name : `${name} ${formatNumber(value)}`
