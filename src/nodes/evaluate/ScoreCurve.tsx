import { formatMetric } from '@/base/format'
import { Axes, GuideLine, shareOf } from '@/kit/charts/Axes'
import { Labels } from '@/kit/charts/Labels'
import { linePath } from '@/kit/charts/linePath'
import { seriesColour, type Frame } from '@/kit/charts/palette'
import { extent, niceTicks } from '@/kit/charts/ticks'
import { Figure } from '@/kit/Figure'
import { Plot, type PlotSize } from '@/kit/Plot'
import { usePlotHeight } from '@/kit/plotHeight'
import type { CurvePoint } from './curvePreview'

interface ScoreCurveProps {
  title: string
  xTitle: string
  points: CurvePoint[]
  /** Place of each point on the axis. */
  x: number[]
  /** A point to point out, with its word. */
  mark?: { point: number; text: string }
}

interface Line {
  name: string
  means: (number | null)[]
  deviations: (number | null)[]
}

const frame: Frame = { left: 48, right: 14, top: 8, bottom: 34 }
/** More words than this below the axis would run into each other. */
const mostLabels = 8

/** Scores on test and on training rows with bands of one standard deviation over the folds. */
export function ScoreCurve({ title, xTitle, points, x, mark }: ScoreCurveProps) {
  const height = usePlotHeight(200)
  const lines: Line[] = [
    {
      name: 'Test rows',
      means: points.map(({ testMean }) => testMean),
      deviations: points.map(({ testDeviation }) => testDeviation),
    },
    {
      name: 'Training rows',
      means: points.map(({ trainMean }) => trainMean),
      deviations: points.map(({ trainDeviation }) => trainDeviation),
    },
  ]
  const written = (value: number | null) => (value === null ? null : formatMetric(value))
  const table = {
    columns: [xTitle, 'Test', '±', 'Training', '±'],
    rows: points.map((point) => [
      point.label,
      written(point.testMean),
      written(point.testDeviation),
      written(point.trainMean),
      written(point.trainDeviation),
    ]),
    numeric: [1, 2, 3, 4],
  }
  const labels = lines.map(({ name }, index) => ({ text: name, colour: seriesColour(index) }))
  const summary = `${title} at ${points.length} points of ${xTitle}, on test rows from ${written(lines[0].means[0]) ?? 'no value'} to ${written(lines[0].means.at(-1) ?? null) ?? 'no value'}.`
  return (
    <Figure title={title} summary={summary} table={table}>
      <Plot height={height}>{(size) => <Bands {...{ points, x, xTitle, lines, mark, size }} />}</Plot>
      <Labels labels={labels} corner="below" frame={frame} />
    </Figure>
  )
}

interface BandsProps extends Pick<ScoreCurveProps, 'points' | 'x' | 'xTitle' | 'mark'> {
  lines: Line[]
  size: PlotSize
}

function Bands({ points, x, xTitle, lines, mark, size }: BandsProps) {
  const bounds = lines.map(({ means, deviations }) => ({
    low: means.map((mean, i) => (mean === null ? null : mean - (deviations[i] ?? 0))),
    high: means.map((mean, i) => (mean === null ? null : mean + (deviations[i] ?? 0))),
  }))
  const all = bounds.flatMap(({ low, high }) => [...low, ...high]).filter((value) => value !== null)
  const box = { ...size, frame, xRange: extent(x), yRange: extent(all, 0.05) }
  const every = Math.ceil(points.length / mostLabels)
  const markAt = mark ? shareOf(x[mark.point], box.xRange) : 0
  return (
    <svg {...size} style={{ display: 'block' }}>
      <Axes
        {...size}
        frame={frame}
        x={{
          range: box.xRange,
          ticks: x.filter((_, i) => i % every === 0),
          format: (value) => points[x.indexOf(value)]?.label ?? '',
          title: xTitle,
        }}
        y={{ range: box.yRange, ticks: niceTicks(...box.yRange), format: formatMetric }}
      />
      {mark && <GuideLine {...size} frame={frame} from={[markAt, 0]} to={[markAt, 1]} />}
      {lines.map(({ means }, index) => (
        <g key={index} stroke={seriesColour(index)} fill="none">
          <path
            d={areaPath(x, bounds[index], box)}
            fill={seriesColour(index)}
            fillOpacity={0.14}
            stroke="none"
          />
          <path
            d={linePath(x, means, box)}
            strokeWidth={x.length < 2 ? 5 : 1.8}
            strokeLinecap="round"
            strokeDasharray={index === 1 ? '5 3' : undefined}
          />
        </g>
      ))}
      {mark && <BestPoint {...{ x, mark, box }} mean={lines[0].means[mark.point]} />}
    </svg>
  )
}

interface BestPointProps {
  x: number[]
  mark: NonNullable<ScoreCurveProps['mark']>
  mean: number | null
  box: PlotSize & { xRange: [number, number]; yRange: [number, number] }
}

/** A ring around the point, its word at the far end of the line through it, on the side where there is room. */
function BestPoint({ x, mark, mean, box }: BestPointProps) {
  if (mean === null) return null
  const share = shareOf(x[mark.point], box.xRange)
  const left = frame.left + share * (box.width - frame.left - frame.right)
  const top = frame.top + (1 - shareOf(mean, box.yRange)) * (box.height - frame.top - frame.bottom)
  const high = top < (frame.top + box.height - frame.bottom) / 2
  return (
    <>
      <circle cx={left} cy={top} r={5} fill="var(--surface)" stroke={seriesColour(0)} strokeWidth={2} />
      <text
        x={left + (share > 0.7 ? -8 : 8)}
        y={high ? box.height - frame.bottom - 6 : frame.top + 11}
        textAnchor={share > 0.7 ? 'end' : 'start'}
        fill="var(--text)"
        stroke="var(--surface)"
        strokeWidth={3}
        paintOrder="stroke"
        style={{ fontSize: 11 }}
      >
        {mark.text}
      </text>
    </>
  )
}

interface Bounds {
  low: (number | null)[]
  high: (number | null)[]
}

/** Along the upper bound and back along the lower one; points without a value are passed over. */
function areaPath(x: number[], { low, high }: Bounds, box: Parameters<typeof linePath>[2]): string {
  const known = x.map((_, i) => i).filter((i) => low[i] !== null)
  const back = known.toReversed()
  const along = [...known.map((i) => x[i]), ...back.map((i) => x[i])]
  const path = linePath(along, [...known.map((i) => high[i]), ...back.map((i) => low[i])], box)
  return path === '' ? '' : `${path}Z`
}
