import { formatCount, formatMetric } from '@/base/format'
import { Axes, GuideLine, shareOf } from '@/kit/charts/Axes'
import { seriesColour, type Frame } from '@/kit/charts/palette'
import { extent, niceTicks } from '@/kit/charts/ticks'
import { Figure } from '@/kit/Figure'
import { Plot, type PlotSize } from '@/kit/Plot'
import { usePlotHeight } from '@/kit/plotHeight'
import { chanceBins, type ChanceBin } from './bins'

interface ChanceProps {
  /** Name of the metric. */
  title: string
  score: number
  shuffled: readonly number[]
}

const frame: Frame = { left: 40, right: 14, top: 8, bottom: 34 }

/** How the scores of the shuffles lie, and the real score as a line. */
export function ChanceHistogram({ title, score, shuffled }: ChanceProps) {
  const height = usePlotHeight(190)
  const bins = chanceBins(shuffled)
  const [low, high] = extent(shuffled)
  const summary = `${formatCount(shuffled.length)} shuffles scored from ${formatMetric(low)} to ${formatMetric(high)}; with the target as it is the score is ${formatMetric(score)}.`
  const rows = bins.map(({ from, to, count }) => [
    `${formatMetric(from)} to ${formatMetric(to)}`,
    formatCount(count),
  ])
  return (
    <Figure
      title={`${title} with a shuffled target`}
      summary={summary}
      table={{ columns: [title, 'Shuffles'], rows, numeric: [1] }}
    >
      <Plot height={height}>{(size) => <Columns {...{ title, bins, score, size }} />}</Plot>
    </Figure>
  )
}

interface ColumnsProps extends Pick<ChanceProps, 'title' | 'score'> {
  bins: ChanceBin[]
  size: PlotSize
}

function Columns({ title, bins, score, size }: ColumnsProps) {
  const xRange = extent([...bins.flatMap(({ from, to }) => [from, to]), score], 0.03)
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const across = size.width - frame.left - frame.right
  const down = size.height - frame.top - frame.bottom
  const left = (value: number) => frame.left + shareOf(value, xRange) * across
  const at = shareOf(score, xRange)
  return (
    <svg {...size} style={{ display: 'block' }}>
      <Axes
        {...size}
        frame={frame}
        sideLine={false}
        x={{ range: xRange, ticks: niceTicks(...xRange), format: formatMetric, title }}
        y={{ range: [0, most], ticks: niceTicks(0, most, 2).filter(Number.isInteger), format: formatCount }}
      />
      {bins.map(({ from, to, count }) => (
        <rect
          key={from}
          x={left(from) + 0.5}
          width={Math.max(1, left(to) - left(from) - 1)}
          y={frame.top + (1 - count / most) * down}
          height={(count / most) * down}
          rx={1.5}
          fill="var(--mark)"
          fillOpacity={0.75}
        />
      ))}
      <GuideLine {...size} frame={frame} from={[at, 0]} to={[at, 1]} colour={seriesColour(0)} />
      <text
        x={left(score) + (at > 0.5 ? -6 : 6)}
        y={frame.top + 11}
        textAnchor={at > 0.5 ? 'end' : 'start'}
        fill={seriesColour(0)}
        style={{ fontSize: 11 }}
      >
        {`As it is ${formatMetric(score)}`}
      </text>
    </svg>
  )
}
