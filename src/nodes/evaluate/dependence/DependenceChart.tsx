import { formatMetric, formatNumber } from '@/base/format'
import { Axes, shareOf } from '@/kit/charts/Axes'
import { linePath } from '@/kit/charts/linePath'
import { seriesColour, type Frame } from '@/kit/charts/palette'
import { extent, niceTicks } from '@/kit/charts/ticks'
import { Figure } from '@/kit/Figure'
import { Plot, type PlotSize } from '@/kit/Plot'
import { usePlotHeight } from '@/kit/plotHeight'
import type { DependenceAxis, DependencePreview } from './preview'

interface ChartProps {
  title: string
  preview: DependencePreview
  /** Every line begins at 0. */
  isCentred: boolean
}

const frame: Frame = { left: 48, right: 14, top: 8, bottom: 40 }
const mostLabels = 8

/** The mean answer over the values of one column as a thick line, single rows as thin ones, the data as strokes. */
export function DependenceChart({ title, preview, isCentred }: ChartProps) {
  const height = usePlotHeight(240)
  const [axis] = preview.axes
  const from = (line: number[]) => (isCentred ? line.map((value) => value - line[0]) : line)
  const mean = from(preview.mean)
  const curves = preview.curves.map(from)
  const heading = isCentred ? `${title}, change from ${axis.labels[0]}` : title
  const summary = `${heading} over ${axis.values.length} values of ${axis.name}: from ${formatMetric(mean[0])} at ${axis.labels[0]} to ${formatMetric(mean.at(-1) ?? NaN)} at ${axis.labels.at(-1)}; lowest ${formatMetric(Math.min(...mean))}, highest ${formatMetric(Math.max(...mean))}.`
  const rows = axis.labels.map((label, at) => [label, formatMetric(mean[at])])
  return (
    <Figure title={heading} summary={summary} table={{ columns: [axis.name, 'Mean'], rows, numeric: [1] }}>
      <Plot height={height}>{(size) => <Lines {...{ axis, mean, curves, size }} />}</Plot>
    </Figure>
  )
}

interface LinesProps {
  axis: DependenceAxis
  mean: number[]
  curves: number[][]
  size: PlotSize
}

function Lines({ axis, mean, curves, size }: LinesProps) {
  const isCategory = axis.kind === 'category'
  const xRange: [number, number] = isCategory ? [-0.5, axis.values.length - 0.5] : extent(axis.values)
  const yRange = extent([...mean, ...curves.flat()], 0.05)
  const box = { ...size, frame, xRange, yRange }
  return (
    <svg {...size} style={{ display: 'block' }}>
      <Axes
        {...size}
        frame={frame}
        x={{ range: xRange, title: axis.name, ...ticksOf(axis, xRange) }}
        y={{ range: yRange, ticks: niceTicks(...yRange), format: formatMetric }}
      />
      {isCategory ? (
        <Categories {...{ axis, mean, curves, box }} />
      ) : (
        <>
          <g fill="none" stroke="var(--text-2)" strokeOpacity={0.28} strokeWidth={1}>
            {curves.map((curve, at) => (
              <path key={at} d={linePath(axis.values, curve, box)} />
            ))}
          </g>
          <path
            d={linePath(axis.values, mean, box)}
            fill="none"
            stroke={seriesColour(0)}
            strokeWidth={2.6}
            strokeLinejoin="round"
          />
          <Rug {...{ axis, box }} />
        </>
      )}
    </svg>
  )
}

type Box = PlotSize & { xRange: [number, number]; yRange: [number, number] }

function ticksOf({ kind, values, labels }: DependenceAxis, range: readonly [number, number]) {
  if (kind === 'number') return { ticks: niceTicks(...range, 5), format: formatNumber }
  const every = Math.ceil(values.length / (kind === 'moment' ? 5 : mostLabels))
  return {
    ticks: values.filter((_, at) => at % every === 0),
    format: (value: number) => clip(labels[values.indexOf(value)] ?? ''),
  }
}

const clip = (name: string): string => (name.length > 12 ? `${name.slice(0, 11)}…` : name)

const leftOf = (value: number, { width, xRange }: Box): number =>
  frame.left + shareOf(value, xRange) * (width - frame.left - frame.right)

const topOf = (value: number, { height, yRange }: Box): number =>
  frame.top + (1 - shareOf(value, yRange)) * (height - frame.top - frame.bottom)

/** Between categories there is nothing to draw a line over: a dot for each row, a bar for the mean. */
function Categories({ axis, mean, curves, box }: Omit<LinesProps, 'size'> & { box: Box }) {
  const half = Math.min(26, (box.width / axis.values.length) * 0.3)
  return (
    <>
      {axis.values.map((place) => (
        <g key={place}>
          {curves.map((curve, at) => (
            <circle
              key={at}
              cx={leftOf(place, box) + ((at % 7) - 3) * (half / 6)}
              cy={topOf(curve[place], box)}
              r={2}
              fill="var(--text-2)"
              fillOpacity={0.3}
            />
          ))}
          <path
            d={`M${leftOf(place, box) - half} ${topOf(mean[place], box)}h${2 * half}`}
            stroke={seriesColour(0)}
            strokeWidth={3}
            strokeLinecap="round"
          />
        </g>
      ))}
    </>
  )
}

/** A stroke above the axis for values of the data within the picture. */
function Rug({ axis: { rug }, box }: { axis: DependenceAxis; box: Box }) {
  const bottom = box.height - frame.bottom
  const strokes = rug
    .filter((value) => value >= box.xRange[0] && value <= box.xRange[1])
    .map((value) => `M${leftOf(value, box).toFixed(1)} ${bottom}v-6`)
  return <path d={strokes.join('')} stroke="var(--text-2)" strokeOpacity={0.45} />
}
