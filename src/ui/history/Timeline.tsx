import { useElementSize } from '@mantine/hooks'
import { formatMetric } from '@/base/format'
import type { Iteration } from '@/history/types'
import { metricTitle } from './words'
import { timelineShape, type TimelinePoint, type TimelineShape } from './timelineShape'

interface TimelineProps {
  iterations: Iteration[]
  current: string | null
  chosen: string | null
  onChoose: (id: string) => void
}

const height = 104

/** The primary metric over the iterations; the table below gives the same figures and takes the keyboard. */
export function Timeline({ iterations, current, chosen, onChoose }: TimelineProps) {
  const { ref, width } = useElementSize()
  const box = {
    width: Math.max(width || 320, iterations.length * 14),
    height,
    left: 14,
    right: 20,
    top: 20,
    bottom: 12,
  }
  const shape = timelineShape(iterations, box)
  return (
    <div ref={ref} className="sc-timeline">
      {shape && (
        <svg width={box.width} height={height} role="img" aria-label={summaryOf(shape)}>
          <text x={0} y={10}>
            {metricTitle(shape.metric)}
          </text>
          {shape.goal && <Goal goal={shape.goal} width={box.width} />}
          <Links links={shape.links} />
          {shape.points.map((point) => (
            <Point
              key={point.iteration.id}
              point={point}
              current={point.iteration.id === current}
              chosen={point.iteration.id === chosen}
              onChoose={onChoose}
            />
          ))}
        </svg>
      )}
    </div>
  )
}

/** The words lie above the line at the right, where they hide no point. */
function Goal({ goal, width }: { goal: NonNullable<TimelineShape['goal']>; width: number }) {
  return (
    <g>
      <line
        x1={0}
        x2={width}
        y1={goal.y}
        y2={goal.y}
        stroke="var(--good)"
        strokeDasharray="4 3"
        opacity={0.8}
      />
      <text x={width - 2} y={11} textAnchor="end" style={{ fill: 'var(--good)' }}>
        - - goal {formatMetric(goal.value)}
      </text>
    </g>
  )
}

function Links({ links }: { links: TimelineShape['links'] }) {
  return links.map(({ from, to, branch }) => (
    <line
      key={to.iteration.id}
      x1={from.x}
      y1={from.y}
      x2={to.x}
      y2={to.y}
      stroke="var(--accent)"
      strokeWidth={branch ? 1.4 : 2}
      strokeDasharray={branch ? '2 4' : undefined}
      strokeLinecap="round"
    />
  ))
}

interface PointProps {
  point: TimelinePoint
  current: boolean
  chosen: boolean
  onChoose: (id: string) => void
}

function Point({ point, current, chosen, onChoose }: PointProps) {
  const { iteration, x, y, low, high } = point
  return (
    <g style={{ cursor: 'pointer' }} onClick={() => onChoose(iteration.id)}>
      <title>{`Iteration ${iteration.number}: ${formatMetric(iteration.primary!.value)}`}</title>
      {low !== null && high !== null && (
        <line
          x1={x}
          x2={x}
          y1={low}
          y2={high}
          stroke="var(--accent)"
          strokeWidth={5}
          strokeLinecap="round"
          opacity={0.16}
        />
      )}
      {chosen && <circle cx={x} cy={y} r={8.5} fill="none" stroke="var(--accent)" strokeWidth={1.2} />}
      <circle
        cx={x}
        cy={y}
        r={current ? 5.5 : 4}
        fill={current ? 'var(--accent)' : 'var(--surface)'}
        stroke="var(--accent)"
        strokeWidth={1.8}
      />
      {iteration.starred && (
        <text x={x} y={y - 9} textAnchor="middle" style={{ fill: 'var(--accent)' }}>
          ★
        </text>
      )}
      <circle cx={x} cy={y} r={11} fill="transparent" />
    </g>
  )
}

function summaryOf({ metric, points, goal }: TimelineShape): string {
  const values = points.map(
    (point) => `${point.iteration.number}: ${formatMetric(point.iteration.primary!.value)}`,
  )
  const aim = goal ? ` The goal is ${formatMetric(goal.value)}.` : ''
  return `${metricTitle(metric)} by iteration. ${values.slice(-30).join(', ')}.${aim}`
}
