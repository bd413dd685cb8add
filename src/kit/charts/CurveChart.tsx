import { formatNumber } from '@/base/format'
import { Figure } from '../Figure'
import { Plot, type PlotSize } from '../Plot'
import { usePlotHeight } from '../plotHeight'
import { Axes, GuideLine } from './Axes'
import { CurveHandle, type Handle } from './CurveHandle'
import { Labels, type LabelPlace } from './Labels'
import { linePath } from './linePath'
import { seriesColour, seriesDash, type Frame } from './palette'

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
  corner?: LabelPlace
  height?: number
}

const frame: Frame = { left: 30, right: 10, top: 8, bottom: 34 }
const halves = [0, 0.5, 1]
/** The middle of the side belongs to the name of the axis. */
const ends = [0, 1]
const unit: [number, number] = [0, 1]

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
      <Plot height={height}>{(size) => <Curves {...props} {...size} />}</Plot>
      <Labels labels={labels} corner={corner} frame={frame} />
    </Figure>
  )
}

type CurvesProps = CurveChartProps & PlotSize

/** Nothing here answers to the pointer, so it is plain SVG: a chart of recharts would take ten times the time. */
function Curves({ series, diagonal, level, width, height, xTitle, yTitle }: CurvesProps) {
  const box = { width, height, frame }
  const chance = { ...box, colour: 'var(--line-strong)' }
  return (
    <svg width={width} height={height} style={{ display: 'block' }}>
      <Axes
        {...box}
        x={{ range: unit, ticks: halves, title: xTitle }}
        y={{ range: unit, ticks: ends, title: yTitle }}
      />
      {diagonal && <GuideLine {...chance} from={[0, 0]} to={[1, 1]} />}
      {level !== undefined && level !== null && <GuideLine {...chance} from={[0, level]} to={[1, level]} />}
      {series.map((one, index) => (
        <path
          key={index}
          d={linePath(one.x, one.y, { ...box, xRange: unit, yRange: unit })}
          fill="none"
          stroke={seriesColour(index)}
          strokeDasharray={seriesDash(index)}
          strokeWidth={1.8}
          strokeLinejoin="round"
        />
      ))}
    </svg>
  )
}

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
