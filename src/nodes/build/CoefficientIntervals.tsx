import { formatNumber } from '@/base/format'
import { extent } from '@/kit/charts/ticks'
import { Figure } from '@/kit/Figure'
import type { Coefficient } from './coefficients'

interface CoefficientIntervalsProps {
  title: string
  items: Coefficient[]
  /** Which row of coefficients. */
  output: number
}

interface Row {
  feature: string
  value: number
  low: number | null
  high: number | null
}

const lane = 30

/** A forest plot: for each feature its pull per standard deviation as a dot, its interval as a line, and where 0 lies. */
export function CoefficientIntervals({ title, items, output }: CoefficientIntervalsProps) {
  const rows = items.map((one) => rowOf(one, output))
  const all = rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])
  const [low, high] = extent([...all, 0], 0.04)
  const x = (value: number) => `${(high > low ? ((value - low) / (high - low)) * 100 : 50).toFixed(2)}%`
  const bottom = rows.length * lane
  return (
    <Figure title={title} summary={rows.map(said).join('; ')} table={tableOf(rows)}>
      <svg width="100%" height={bottom + 20} style={{ display: 'block', overflow: 'visible' }}>
        <line x1={x(0)} x2={x(0)} y1={0} y2={bottom} stroke="var(--text-2)" strokeDasharray="3 3" />
        {rows.map((row, index) => (
          <Lane key={index} row={row} x={x} y={index * lane + 22} />
        ))}
        <text x="0%" y={bottom + 16} fill="var(--text-2)">
          {formatNumber(low)}
        </text>
        <text x="100%" y={bottom + 16} textAnchor="end" fill="var(--text-2)">
          {formatNumber(high)}
        </text>
      </svg>
    </Figure>
  )
}

function Lane({ row, x, y }: { row: Row; x: (value: number) => string; y: number }) {
  const { feature, value, low, high } = row
  const colour = value < 0 ? 'var(--series-1)' : 'var(--series-2)'
  return (
    <g>
      <text x={0} y={y - 9} fill="var(--text-2)" style={{ fontSize: 11.5 }}>
        {feature === '' ? '(empty)' : feature} {formatNumber(value)}
      </text>
      {low !== null && high !== null && (
        <line
          x1={x(low)}
          x2={x(high)}
          y1={y}
          y2={y}
          stroke={colour}
          strokeWidth={3}
          opacity={0.45}
          strokeLinecap="round"
        />
      )}
      <circle cx={x(value)} cy={y} r={4} fill={colour} />
    </g>
  )
}

function rowOf({ feature, standardised, low, high, deviation = 1 }: Coefficient, output: number): Row {
  const scaled = (bound: number | null | undefined) =>
    bound === null || bound === undefined ? null : bound * deviation
  return { feature, value: standardised[output], low: scaled(low?.[output]), high: scaled(high?.[output]) }
}

const said = ({ feature, value, low, high }: Row): string =>
  `${feature}: ${formatNumber(value)}${low === null || high === null ? '' : `, from ${formatNumber(low)} to ${formatNumber(high)}`}`

const tableOf = (rows: Row[]) => ({
  columns: ['Feature', 'Pull', 'From', 'To'],
  rows: rows.map(({ feature, value, low, high }) => [
    feature,
    formatNumber(value),
    low === null ? null : formatNumber(low),
    high === null ? null : formatNumber(high),
  ]),
  numeric: [1, 2, 3],
})
