import { formatMetric, formatNumber } from '@/base/format'
import { Figure } from '../Figure'
import { Plot } from '../Plot'
import { usePlotHeight } from '../plotHeight'

export interface ParallelAxis {
  title: string
  /** Words at the places of the axis, from 0 (below) to 1. */
  ticks: { at: number; text: string }[]
}

export interface ParallelLine {
  name: string
  /** Place on each axis, from 0 to 1; null where the line has none. */
  at: (number | null)[]
  /** How good it is, from 0 to 1; null for one that failed. */
  good: number | null
  best: boolean
}

interface ParallelProps {
  title: string
  axes: ParallelAxis[]
  lines: ParallelLine[]
}

const top = 38
const bottom = 14
const side = 44
/** Axes nearer to each other could not be told apart; more of them are scrolled. */
const leastGap = 76

/** One line for each trial over one axis for each setting, the last axis the score: better lines are stronger. */
export function ParallelCoordinates({ title, axes, lines }: ParallelProps) {
  const height = usePlotHeight(220)
  const failed = lines.filter(({ good }) => good === null).length
  const summary = `${title}: ${lines.length} trials over ${axes.map((axis) => axis.title).join(', ')}${failed > 0 ? `; ${failed} failed` : ''}.`
  return (
    <Figure title={title} summary={summary}>
      <Plot height={height}>
        {({ width: room }) => {
          const width = Math.max(room, (axes.length - 1) * leastGap + 2 * side)
          const x = (axis: number) => side + (axis / Math.max(1, axes.length - 1)) * (width - 2 * side)
          const y = (at: number) => top + (1 - at) * (height - top - bottom)
          return (
            <div className="kit-scroll">
              <svg width={width} height={height} style={{ display: 'block' }}>
                {inOrder(lines).map((line, index) => (
                  <Line key={index} line={line} x={x} y={y} />
                ))}
                {axes.map((axis, index) => (
                  <Axis
                    key={index}
                    axis={axis}
                    x={x(index)}
                    y={y}
                    room={Math.min(2 * side, (width - 2 * side) / Math.max(1, axes.length - 1))}
                  />
                ))}
              </svg>
            </div>
          )
        }}
      </Plot>
    </Figure>
  )
}

/** The best are drawn last, above the others. */
const inOrder = (lines: ParallelLine[]): ParallelLine[] =>
  lines.toSorted((a, b) => Number(a.best) - Number(b.best) || (a.good ?? -1) - (b.good ?? -1))

interface LineProps {
  line: ParallelLine
  x: (axis: number) => number
  y: (at: number) => number
}

function Line({ line: { name, at, good, best }, x, y }: LineProps) {
  const points = at.flatMap((place, axis) =>
    place === null ? [] : `${x(axis).toFixed(1)},${y(place).toFixed(1)}`,
  )
  return (
    <polyline
      points={points.join(' ')}
      fill="none"
      stroke={best ? 'var(--series-2)' : good === null ? 'var(--text-2)' : 'var(--series-1)'}
      strokeWidth={best ? 2.5 : 1.2}
      strokeDasharray={good === null ? '3 4' : undefined}
      opacity={best ? 1 : good === null ? 0.6 : 0.12 + 0.6 * good}
    >
      <title>{name}</title>
    </polyline>
  )
}

interface AxisProps {
  axis: ParallelAxis
  x: number
  y: (at: number) => number
  room: number
}

function Axis({ axis, x, y, room }: AxisProps) {
  const most = Math.max(6, Math.floor((room - 6) / 6))
  const lines = twoLines(axis.title, most)
  return (
    <g>
      <line x1={x} x2={x} y1={y(0)} y2={y(1)} stroke="var(--line-strong)" />
      <text textAnchor="middle" fill="var(--text)" style={{ fontSize: 11.5 }}>
        <title>{axis.title}</title>
        {lines.map((line, index) => (
          <tspan key={index} x={x} y={26 - 13 * (lines.length - 1 - index)}>
            {line}
          </tspan>
        ))}
      </text>
      {axis.ticks.map(({ at, text }, index) => (
        <text
          key={index}
          x={x + 4}
          y={y(at) + 4}
          fill="var(--text-2)"
          stroke="var(--surface)"
          strokeWidth={3}
          paintOrder="stroke"
          style={{ fontSize: 10.5 }}
        >
          {short(text, most)}
        </text>
      ))}
    </g>
  )
}

/** Words over one or two lines of so many letters. */
function twoLines(text: string, most: number): string[] {
  if (text.length <= most) return [text]
  const at = text.lastIndexOf(' ', most)
  return at < 1 ? [short(text, most)] : [text.slice(0, at), short(text.slice(at + 1), most)]
}

const short = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

/** Words at both ends of a range of numbers, and in the middle. */
export const numberTicks = (valueAt: (at: number) => number): ParallelAxis['ticks'] =>
  [0, 0.5, 1].map((at) => ({ at, text: formatNumber(valueAt(at)) }))

export const scoreTicks = (low: number, high: number): ParallelAxis['ticks'] => [
  { at: 0, text: formatMetric(low) },
  { at: 1, text: formatMetric(high) },
]
