import type { ReactNode } from 'react'
import { formatCount, formatMetric } from '@/base/format'
import type { Figure, Slice } from '@/ml/slices/slices'

interface SliceBarsProps<S extends Slice> {
  title: string
  overall: Figure | null
  slices: S[]
  name: (slice: S) => ReactNode
}

/** A table whose last column draws each figure as a dot with its interval, on one scale, with a line for all rows. */
export function SliceBars<S extends Slice>({ title, overall, slices, name }: SliceBarsProps<S>) {
  const figures = [...slices.map(({ metric }) => metric), overall].flatMap((one) => one ?? [])
  const low = Math.min(...figures.map((one) => one.low ?? one.value))
  const high = Math.max(...figures.map((one) => one.high ?? one.value))
  const place = (value: number) => (high > low ? ((value - low) / (high - low)) * 100 : 50)
  return (
    <div
      className="kit-scroll"
      style={{ maxHeight: 420 }}
      tabIndex={0}
      role="group"
      aria-label={`${title} by group`}
    >
      <table className="kit-table">
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col" className="kit-number">
              Rows
            </th>
            <th scope="col" className="kit-number">
              {title}
            </th>
            <th scope="col" style={{ width: '40%' }}>
              95 % interval
            </th>
          </tr>
        </thead>
        <tbody>
          {slices.map((slice, index) => (
            <tr key={index}>
              <th scope="row">{name(slice)}</th>
              <td className="kit-number">
                {formatCount(slice.rows)}
                {slice.small && <span className="kit-quiet"> small</span>}
              </td>
              <td className="kit-number">{slice.metric ? formatMetric(slice.metric.value) : '–'}</td>
              <td>{slice.metric && <Drawn figure={slice.metric} overall={overall} place={place} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface DrawnProps {
  figure: Figure
  overall: Figure | null
  place: (value: number) => number
}

function Drawn({ figure, overall, place }: DrawnProps) {
  const { value, low, high } = figure
  const words = low === null || high === null ? '' : `${formatMetric(low)} to ${formatMetric(high)}`
  return (
    <svg
      width="100%"
      height={16}
      role="img"
      aria-label={words || 'no interval'}
      style={{ display: 'block', overflow: 'visible' }}
    >
      <title>{words}</title>
      {overall && (
        <line
          x1={`${place(overall.value)}%`}
          x2={`${place(overall.value)}%`}
          y1={0}
          y2={16}
          stroke="var(--line-strong)"
          strokeDasharray="3 2"
        />
      )}
      {low !== null && high !== null && (
        <line
          x1={`${place(low)}%`}
          x2={`${place(high)}%`}
          y1={8}
          y2={8}
          stroke="var(--mark)"
          strokeWidth={3}
          strokeOpacity={0.45}
        />
      )}
      <circle cx={`${place(value)}%`} cy={8} r={3.4} fill="var(--mark)" />
    </svg>
  )
}
