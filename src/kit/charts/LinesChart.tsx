import { formatNumber } from '@/base/format'
import { Figure } from '../Figure'
import { Plot, type PlotSize } from '../Plot'
import { usePlotHeight } from '../plotHeight'
import { Axes, GuideLine, leftFor, shareOf } from './Axes'
import { Labels } from './Labels'
import { linePath } from './linePath'
import { seriesColour, type Frame } from './palette'
import { PointedLines, type LineRow } from './PointedLines'
import { extent, niceTicks } from './ticks'

interface LinesChartProps {
  title: string
  xTitle: string
  x: readonly number[]
  /** Values at each x; null leaves a gap. */
  series: { name: string; values: readonly (number | null)[] }[]
  /** An x to point out, with its word. */
  mark?: { x: number; text: string } | null
  /** Whether the last value of a line is written beside its name: of what grows, not of a curve over a setting. */
  tellsLast?: boolean
  height?: number
}

/** Figures over epochs or steps, e.g. training and validation loss; it grows while the step runs. */
export function LinesChart({ title, xTitle, x, series, mark, tellsLast = true, ...rest }: LinesChartProps) {
  const height = usePlotHeight(rest.height ?? 180)
  const points = x.map((value, index): LineRow => ({
    x: value,
    y: series.map((one) => one.values[index] ?? null),
  }))
  const last = (values: readonly (number | null)[]) => values.findLast((value) => value !== null) ?? null
  const labels = series.map((one, index) => ({
    text: tellsLast ? withLast(one.name, last(one.values)) : one.name,
    colour: seriesColour(index),
  }))
  const ranges = rangesOf(x, series)
  const frame = frameFor(ranges.y)
  const summary = `${title} over ${x.length} points. Last: ${labels.map((label) => label.text).join(', ')}.`
  const rows = points.map((row) => [
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
      <Plot height={height}>
        {(size, pointed) => (
          <Lines rows={points} {...{ xTitle, series, mark, size, pointed, ranges, frame }} />
        )}
      </Plot>
      <Labels labels={labels} corner="top-right" frame={frame} />
    </Figure>
  )
}

interface LinesProps extends Pick<LinesChartProps, 'xTitle' | 'series' | 'mark'> {
  rows: LineRow[]
  size: PlotSize
  pointed: boolean
  ranges: Ranges
  frame: Frame
}

interface Ranges {
  x: [number, number]
  y: [number, number]
}

const rangesOf = (x: readonly number[], series: LinesChartProps['series']): Ranges => ({
  x: extent(x),
  y: extent(
    series.flatMap((one) => one.values.filter((value) => value !== null)),
    0.05,
  ),
})

/** As wide at the left as the figures there need. */
const frameFor = (y: [number, number]): Frame => ({
  left: leftFor(niceTicks(...y).map(formatNumber)),
  right: 10,
  top: 8,
  bottom: 34,
})

/** Plain SVG, since it is drawn anew up to eight times a second while a step runs; recharts comes with the pointer. */
function Lines({ rows, xTitle, series, mark, size, pointed, ranges, frame }: LinesProps) {
  const x = rows.map((row) => row.x)
  const { x: xRange, y: yRange } = ranges
  const box = { ...size, frame }
  const markShare = mark ? shareOf(mark.x, xRange) : 0
  return (
    <>
      <svg {...size} style={{ display: 'block' }}>
        <Axes
          {...box}
          x={{ range: xRange, ticks: xTicks(xRange), title: xTitle }}
          y={{ range: yRange, ticks: niceTicks(...yRange), format: formatNumber }}
        />
        {mark && <GuideLine {...box} from={[markShare, 0]} to={[markShare, 1]} text={mark.text} />}
        {series.map((one, index) => (
          <path
            key={index}
            d={linePath(x, one.values, { ...box, xRange, yRange })}
            fill="none"
            stroke={seriesColour(index)}
            strokeWidth={x.length < 3 ? 5 : 1.8}
            strokeLinecap="round"
            strokeLinejoin="round"
            strokeDasharray={index === 1 && x.length > 2 ? '5 3' : undefined}
          />
        ))}
      </svg>
      {pointed && (
        <PointedLines
          names={series.map((one) => one.name)}
          {...{ rows, xTitle, size, frame, xRange, yRange }}
        />
      )}
    </>
  )
}

/** Epochs and steps are counted; a share between 0 and 1 is not. */
const xTicks = ([low, high]: [number, number]): number[] => {
  const ticks = niceTicks(low, high, 5)
  return high - low > 2 ? ticks.filter(Number.isInteger) : ticks
}

const withLast = (name: string, value: number | null): string =>
  value === null ? name : `${name} ${formatNumber(value)}`
