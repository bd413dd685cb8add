import { formatMetric } from '@/base/format'
import { withinBounds } from '@/values/metrics'
import { Figure } from '../Figure'
import { seriesColour } from './palette'
import { extent } from './ticks'

interface FoldRow {
  name: string
  mean: number
  low: number | null
  high: number | null
  /** One per fold; null where the fold has none. */
  values: (number | null)[]
}

interface FoldDotsProps {
  title: string
  /** Its id; the axis ends where the metric ends. */
  metric: string
  rows: FoldRow[]
}

const lane = 34
/** Per cent at either end that keep dots whole. */
const edge = 1.5

/** One dot per fold, the mean as a line with its interval: how much the figure depends on which rows were held out. */
export function FoldDots({ title, metric, rows }: FoldDotsProps) {
  const all = rows.flatMap((row) => [
    ...row.values.filter((value) => value !== null),
    row.mean,
    ...(row.low === null ? [] : [row.low]),
    ...(row.high === null ? [] : [row.high]),
  ])
  const { low, high } = withinBounds(metric, ...extent(all, 0.04))
  const x = (value: number) => `${(edge + ((value - low) / (high - low)) * (100 - 2 * edge)).toFixed(2)}%`
  const summary = rows
    .map((row) => `${row.name}: mean ${formatMetric(row.mean)} over ${row.values.length} folds`)
    .join('; ')
  return (
    <Figure title={title} summary={summary} table={foldTable(rows)}>
      <svg width="100%" height={rows.length * lane + 18} style={{ display: 'block', overflow: 'visible' }}>
        {rows.map((row, index) => (
          <Lane key={index} row={row} x={x} y={index * lane + 24} colour={seriesColour(index)} />
        ))}
        <text x="0%" y={rows.length * lane + 14} fill="var(--text-2)">
          {formatMetric(low)}
        </text>
        <text x="100%" y={rows.length * lane + 14} textAnchor="end" fill="var(--text-2)">
          {formatMetric(high)}
        </text>
      </svg>
    </Figure>
  )
}

interface LaneProps {
  row: FoldRow
  x: (value: number) => string
  y: number
  colour: string
}

function Lane({ row, x, y, colour }: LaneProps) {
  const { name, mean, low, high, values } = row
  return (
    <g>
      <text x={0} y={y - 11} fill={colour} style={{ fontSize: 11.5 }}>
        {name} {formatMetric(mean)}
      </text>
      <line x1="0%" x2="100%" y1={y} y2={y} stroke="var(--line)" />
      {low !== null && high !== null && (
        <line
          x1={x(low)}
          x2={x(high)}
          y1={y}
          y2={y}
          stroke={colour}
          strokeWidth={7}
          opacity={0.2}
          strokeLinecap="round"
        />
      )}
      {values.map(
        (value, fold) =>
          value !== null && (
            <circle key={fold} cx={x(value)} cy={y} r={3.4} fill={colour} fillOpacity={0.65} />
          ),
      )}
      <line x1={x(mean)} x2={x(mean)} y1={y - 7} y2={y + 7} stroke={colour} strokeWidth={2} />
    </g>
  )
}

function foldTable(rows: FoldRow[]) {
  const most = Math.max(0, ...rows.map((row) => row.values.length))
  return {
    columns: ['Model', 'Mean', ...Array.from({ length: most }, (_, fold) => `Fold ${fold + 1}`)],
    rows: rows.map((row) => [
      row.name,
      formatMetric(row.mean),
      ...row.values.map((value) => (value === null ? null : formatMetric(value))),
    ]),
    numeric: Array.from({ length: most + 1 }, (_, index) => index + 1),
  }
}
