import { formatCount, formatNumber, formatPlural } from '@/base/format'
import { Figure } from '../Figure'
import type { RowSelection } from '@/values/rowSelection'
import { Plot, type PlotSize } from '../Plot'
import { usePlotHeight } from '../plotHeight'
import { usePick, usePickedRows } from '../rowPicking'
import { Axes, GuideLine, shareOf, type AxisShape } from './Axes'
import type { Frame } from './palette'
import { PointedDots } from './PointedDots'
import { extent, niceTicks } from './ticks'

interface ScatterPlotProps {
  title: string
  xTitle: string
  yTitle: string
  points: Point[]
  /** The raw table that `row` of a point belongs to: the dots of selected rows stand out. */
  origin?: string
  /** What pressing a dot selects; for pointers, as tables and other marks serve keyboards. */
  rowOf?: (index: number) => RowSelection | null
  /** `diagonal`: where truth equals prediction; `zero`: where a residual is none. */
  guide: 'diagonal' | 'zero' | null
  height?: number
}

interface Point {
  x: number
  y: number
  row?: number
  colour?: string
}

const frame: Frame = { left: 56, right: 10, top: 8, bottom: 34 }

/** At most a thousand half-transparent dots. */
export function ScatterPlot(props: ScatterPlotProps) {
  const { title, xTitle, yTitle, points, origin } = props
  const picked = usePickedRows(origin)
  const shown = points.filter(({ row }) => row !== undefined && picked.has(row)).length
  const height = usePlotHeight(props.height ?? 200)
  const [xRange, yRange] = rangesOf(props)
  const summary = `${title}: ${formatCount(points.length)} points; ${xTitle} from ${formatNumber(xRange[0])} to ${formatNumber(xRange[1])}, ${yTitle} from ${formatNumber(yRange[0])} to ${formatNumber(yRange[1])}.${picked.size > 0 ? ` ${formatPlural(shown, 'selected row')} highlighted.` : ''}`
  const rows = points.slice(0, 50).map((point) => [formatNumber(point.x), formatNumber(point.y)])
  return (
    <Figure title={title} summary={summary} table={{ columns: [xTitle, yTitle], rows, numeric: [0, 1] }}>
      <Plot height={height}>
        {(size, pointed) => <Dots {...props} {...{ size, pointed, xRange, yRange, picked }} />}
      </Plot>
    </Figure>
  )
}

type Range = [number, number]

function rangesOf({ points, guide }: ScatterPlotProps): [Range, Range] {
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const shared = guide === 'diagonal' ? extent([...xs, ...ys], 0.04) : null
  return [shared ?? extent(xs, 0.04), shared ?? extent(guide === 'zero' ? [...ys, 0] : ys, 0.04)]
}

interface DotsProps extends ScatterPlotProps {
  size: PlotSize
  pointed: boolean
  xRange: Range
  yRange: Range
  picked: ReadonlySet<number>
}

/** Plain SVG, which takes a tenth of the time; recharts comes with the pointer. */
function Dots(props: DotsProps) {
  const { xTitle, yTitle, points, guide, size, pointed, xRange, yRange, picked, rowOf } = props
  const picking = usePick()
  const box = { ...size, frame }
  const zero = shareOf(0, yRange)
  return (
    <>
      <svg {...size} style={{ display: 'block' }}>
        <Axes {...box} x={shapeOf(xTitle, xRange)} y={shapeOf(yTitle, yRange)} />
        {guide === 'diagonal' && <GuideLine {...box} from={[0, 0]} to={[1, 1]} />}
        {guide === 'zero' && <GuideLine {...box} from={[0, zero]} to={[1, zero]} />}
        <g fill="var(--mark)" fillOpacity={picked.size > 0 ? 0.2 : 0.5}>
          {points.map(({ x, y, colour }, index) => (
            <circle
              key={index}
              {...centreOf(shareOf(x, xRange), shareOf(y, yRange), size)}
              r={2.6}
              fill={colour}
            />
          ))}
        </g>
        <PickedDots
          points={points}
          picked={picked}
          centre={(x, y) => centreOf(shareOf(x, xRange), shareOf(y, yRange), size)}
        />
      </svg>
      {pointed && (
        <PointedDots
          {...{ points, xTitle, yTitle, size, frame, xRange, yRange }}
          onPoint={picking && rowOf ? (index) => pickRow(rowOf(index), picking) : undefined}
        />
      )}
    </>
  )
}

const pickRow = (found: RowSelection | null, picking: NonNullable<ReturnType<typeof usePick>>): void => {
  if (found) picking.pick(found)
}

interface PickedDotsProps {
  points: Point[]
  picked: ReadonlySet<number>
  centre: (x: number, y: number) => { cx: number; cy: number }
}

/** Over all others: larger, in a colour of their own, with a rim, so that colour alone does not tell them. */
function PickedDots({ points, picked, centre }: PickedDotsProps) {
  if (picked.size === 0) return null
  return (
    <g className="kit-picked-dots" fill="var(--picked)" stroke="var(--surface)" strokeWidth={1}>
      {points.map(({ x, y, row }, index) =>
        row !== undefined && picked.has(row) ? <circle key={index} {...centre(x, y)} r={4.4} /> : null,
      )}
    </g>
  )
}

/** From shares of the plot area to pixels. */
const centreOf = (x: number, y: number, { width, height }: PlotSize) => ({
  cx: frame.left + x * (width - frame.left - frame.right),
  cy: frame.top + (1 - y) * (height - frame.top - frame.bottom),
})

const shapeOf = (title: string, range: Range): AxisShape => ({
  title,
  range,
  ticks: niceTicks(...range),
  format: formatNumber,
})
