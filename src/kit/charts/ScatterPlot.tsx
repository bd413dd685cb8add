import { ReferenceLine, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts'
import { formatCount, formatNumber } from '@/base/format'
import { Figure } from '../Figure'
import { usePlotHeight } from '../plotHeight'
import { axisLabel, sideLabel } from './CurveChart'
import { axisLine, gridColour, tick, tooltipStyle } from './palette'
import { extent, niceTicks } from './ticks'

interface ScatterPlotProps {
  title: string
  xTitle: string
  yTitle: string
  points: { x: number; y: number }[]
  /** `diagonal`: where truth equals prediction; `zero`: where a residual is none. */
  guide: 'diagonal' | 'zero' | null
  height?: number
}

/** At most a thousand half-transparent dots. */
export function ScatterPlot({ title, xTitle, yTitle, points, guide, ...rest }: ScatterPlotProps) {
  const height = usePlotHeight(rest.height ?? 200)
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const shared = guide === 'diagonal' ? extent([...xs, ...ys], 0.04) : null
  const xRange = shared ?? extent(xs, 0.04)
  const yRange = shared ?? extent(guide === 'zero' ? [...ys, 0] : ys, 0.04)
  const axis = {
    type: 'number' as const,
    tick,
    axisLine,
    tickLine: false,
    tickFormatter: formatNumber,
    interval: 0 as const,
  }
  const summary = `${title}: ${formatCount(points.length)} points; ${xTitle} from ${formatNumber(xRange[0])} to ${formatNumber(xRange[1])}, ${yTitle} from ${formatNumber(yRange[0])} to ${formatNumber(yRange[1])}.`
  const rows = points.slice(0, 50).map((point) => [formatNumber(point.x), formatNumber(point.y)])
  return (
    <Figure title={title} summary={summary} table={{ columns: [xTitle, yTitle], rows, numeric: [0, 1] }}>
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 220, height }}>
        <ScatterChart margin={{ top: 8, right: 10, bottom: 2, left: 4 }} accessibilityLayer={false}>
          <XAxis
            dataKey="x"
            {...axis}
            domain={xRange}
            ticks={niceTicks(...xRange)}
            height={32}
            label={axisLabel(xTitle)}
          />
          <YAxis
            dataKey="y"
            {...axis}
            domain={yRange}
            ticks={niceTicks(...yRange)}
            width={52}
            label={sideLabel(yTitle)}
          />
          <Guide guide={guide} range={xRange} />
          <Tooltip
            {...tooltipStyle}
            cursor={{ stroke: gridColour }}
            formatter={(value, name) => [formatNumber(Number(value)), name === 'x' ? xTitle : yTitle]}
          />
          <Scatter
            data={points}
            fill="var(--mark)"
            fillOpacity={0.45}
            shape={<Dot />}
            isAnimationActive={false}
          />
        </ScatterChart>
      </ResponsiveContainer>
    </Figure>
  )
}

function Dot({ cx, cy }: { cx?: number; cy?: number }) {
  return <circle cx={cx} cy={cy} r={2.6} fill="var(--mark)" fillOpacity={0.5} />
}

function Guide({ guide, range: [low, high] }: { guide: ScatterPlotProps['guide']; range: [number, number] }) {
  const line = { stroke: 'var(--text-2)', strokeDasharray: '3 3' }
  if (guide === 'zero') return <ReferenceLine y={0} {...line} />
  const segment = [{ x: low, y: low }, { x: high, y: high }] as const // prettier-ignore
  return guide === 'diagonal' ? <ReferenceLine segment={segment} {...line} /> : null
}
