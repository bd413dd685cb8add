import { formatMetric } from '@/base/format'
import { Figure } from '../Figure'
import { seriesColour } from './palette'
import { extent } from './ticks'

interface FoldDotsProps {
  title: string
  rows: { name: string; mean: number; low: number | null; high: number | null; values: (number | null)[] }[]
}

const lane = 34

/** One dot per fold, the mean as a line with its interval: how much the figure depends on which rows were held out. */
export function FoldDots({ title, rows }: FoldDotsProps) {
  const all = rows.flatMap((row) => [
    ...row.values.filter((value) => value !== null),
    row.mean,
    ...(row.low === null ? [] : [row.low]),
    ...(row.high === null ? [] : [row.high]),
  ])
  const [low, high] = extent(all, 0.04)
  const x = (value: number) => `${(((value - low) / (high - low)) * 100).toFixed(2)}%`
  const summary = rows
    .map((row) => `${row.name}: mean ${formatMetric(row.mean)} over ${row.values.length} folds`)
    .join('; ')
  const most = Math.max(0, ...rows.map((row) => row.values.length))
  const table = {
    columns: ['Model', 'Mean', ...Array.from({ length: most }, (_, fold) => `Fold ${fold + 1}`)],
    rows: rows.map((row) => [
      row.name,
      formatMetric(row.mean),
      ...row.values.map((value) => (value === null ? null : formatMetric(value))),
    ]),
    numeric: Array.from({ length: most + 1 }, (_, index) => index + 1),
  }
  return (
    <Figure title={title} summary={summary} table={table}>
      <svg width="100%" height={rows.length * lane + 18} style={{ display: 'block', overflow: 'visible' }}>
        {rows.map((row, index) => {
          const y = index * lane + 24
          return (
            <g key={index}>
              <text x={0} y={y - 11} fill={seriesColour(index)} style={{ fontSize: 11.5 }}>
                {row.name} {formatMetric(row.mean)}
              </text>
              <line x1="0%" x2="100%" y1={y} y2={y} stroke="var(--line)" />
              {row.low !== null && row.high !== null && (
                <line
                  x1={x(row.low)}
                  x2={x(row.high)}
                  y1={y}
                  y2={y}
                  stroke={seriesColour(index)}
                  strokeWidth={7}
                  opacity={0.2}
                  strokeLinecap="round"
                />
              )}
              {row.values.map(
                (value, fold) =>
                  value !== null && (
                    <circle
                      key={fold}
                      cx={x(value)}
                      cy={y}
                      r={3.4}
                      fill={seriesColour(index)}
                      fillOpacity={0.65}
                    />
                  ),
              )}
              <line
                x1={x(row.mean)}
                x2={x(row.mean)}
                y1={y - 7}
                y2={y + 7}
                stroke={seriesColour(index)}
                strokeWidth={2}
              />
            </g>
          )
        })}
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
