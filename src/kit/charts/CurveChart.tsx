import { Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { formatNumber } from '@/base/format'
import { Figure } from '../Figure'
import { usePlotHeight } from '../plotHeight'
import { CurveHandle, type Handle } from './CurveHandle'
import { Labels } from './Labels'
import { axisLine, seriesColour, seriesDash, tick, type Frame } from './palette'

export interface CurveSeries {
  name: string
  x: readonly number[]
  y: readonly number[]
  /** Written after the name, e.g. the area. */
  figure?: string
}

interface CurveChartProps {
  title: string
  xTitle: string
  yTitle: string
  series: CurveSeries[]
  summary: string
  /** The line of chance of a ROC curve. */
  diagonal?: boolean
  /** A level of chance, drawn across. */
  level?: number | null
  handle?: Handle | null
  corner?: 'bottom-right' | 'bottom-left'
  height?: number
}

const frame: Frame = { left: 30, right: 10, top: 8, bottom: 34 }
const halves = [0, 0.5, 1]
/** The middle of the side belongs to the name of the axis. */
const ends = [0, 1]

/** Curves in the unit square (ROC, precision–recall), labelled where they lie. */
export function CurveChart({ height: asked = 190, corner = 'bottom-right', ...props }: CurveChartProps) {
  const height = usePlotHeight(asked)
  const { series, handle } = props
  const labels = series.map((one, index) => ({
    text: one.name,
    figure: one.figure,
    colour: seriesColour(index),
  }))
  return (
    <Figure
      title={props.title}
      summary={props.summary}
      table={curveTable(props)}
      overlay={handle && <CurveHandle handle={handle} frame={frame} height={height} />}
    >
      <Plot {...props} height={height} />
      <Labels labels={labels} corner={corner} frame={frame} />
    </Figure>
  )
}

function Plot({ series, diagonal, level, height, xTitle, yTitle }: CurveChartProps) {
  const margin = { top: frame.top, right: frame.right, bottom: 2, left: 0 }
  const common = { type: 'number' as const, domain: [0, 1], tick, axisLine, tickLine: false }
  return (
    <ResponsiveContainer
      width="100%"
      height={height}
      initialDimension={{ width: 220, height: height ?? 190 }}
    >
      <LineChart margin={margin} accessibilityLayer={false}>
        <XAxis dataKey="x" ticks={halves} height={frame.bottom - 2} {...common} label={axisLabel(xTitle)} />
        <YAxis dataKey="y" ticks={ends} width={frame.left} {...common} label={sideLabel(yTitle)} />
        {diagonal && (
          <ReferenceLine
            segment={[
              { x: 0, y: 0 },
              { x: 1, y: 1 },
            ]}
            stroke="var(--line-strong)"
            strokeDasharray="3 3"
          />
        )}
        {level !== undefined && level !== null && (
          <ReferenceLine y={level} stroke="var(--line-strong)" strokeDasharray="3 3" />
        )}
        {series.map((one, index) => (
          <Line
            key={index}
            data={one.x.map((x, point) => ({ x, y: one.y[point] }))}
            dataKey="y"
            type="linear"
            dot={false}
            activeDot={false}
            stroke={seriesColour(index)}
            strokeDasharray={seriesDash(index)}
            strokeWidth={1.8}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}

export const axisLabel = (value: string) => ({ value, position: 'insideBottom' as const, offset: 2, ...tick })

export const sideLabel = (value: string) => ({
  value,
  angle: -90,
  position: 'insideLeft' as const,
  offset: 10,
  style: { textAnchor: 'middle' as const },
  ...tick,
})

/** Every tenth of a curve is enough to read it as a table. */
function curveTable({ series, xTitle, yTitle }: CurveChartProps) {
  const rows = series.flatMap((one) => {
    const step = Math.max(1, Math.ceil(one.x.length / 12))
    const picked = one.x
      .map((_, index) => index)
      .filter((index) => index % step === 0 || index === one.x.length - 1)
    return picked.map((index) => [one.name, formatNumber(one.x[index]), formatNumber(one.y[index])])
  })
  return { columns: ['Model', xTitle, yTitle], rows, numeric: [1, 2] }
}
