import { useState, type PointerEvent } from 'react'
import { formatMetric } from '@/base/format'
import { tick, type Frame } from '@/kit/charts/palette'
import { extent } from '@/kit/charts/ticks'
import { Figure } from '@/kit/Figure'
import { Plot, type PlotSize } from '@/kit/Plot'
import { usePlotHeight } from '@/kit/plotHeight'
import type { DependenceAxis, DependencePreview } from './preview'

interface PairMapProps {
  title: string
  preview: DependencePreview
}

const frame: Frame = { left: 92, right: 8, top: 4, bottom: 36 }
/** Up to so many cells in a line the figures stand in them. */
const mostWritten = 8

/** Mean answers for pairs of values: the first column across, the second upwards; stronger colour is a higher answer. */
export function PairMap({ title, preview }: PairMapProps) {
  const height = usePlotHeight(280)
  const [pointed, setPointed] = useState<number | null>(null)
  const { axes, mean } = preview
  const [low, high] = [mean.indexOf(Math.min(...mean)), mean.indexOf(Math.max(...mean))]
  const told = (at: number) => `${textOf(axes, at)}: ${formatMetric(mean[at])}`
  const summary = `${title} for ${axes[0].values.length} × ${axes[1].values.length} values of ${axes[0].name} and ${axes[1].name}. Lowest at ${told(low)}; highest at ${told(high)}.`
  const rows = mean.map((value, at) => [
    ...placeOf(axes, at).map((place, i) => axes[i].labels[place]),
    formatMetric(value),
  ])
  return (
    <Figure
      title={title}
      summary={summary}
      table={{ columns: [axes[0].name, axes[1].name, 'Mean'], rows, numeric: [2] }}
    >
      <Plot height={height}>{(size) => <Cells {...{ axes, mean, size }} onPoint={setPointed} />}</Plot>
      <p className="kit-quiet" aria-hidden="true">
        {pointed === null ? `Highest: ${told(high)}. Lowest: ${told(low)}` : told(pointed)}
      </p>
    </Figure>
  )
}

const placeOf = (axes: DependenceAxis[], at: number): [number, number] => [
  Math.floor(at / axes[1].values.length),
  at % axes[1].values.length,
]

const textOf = (axes: DependenceAxis[], at: number): string =>
  placeOf(axes, at)
    .map((place, i) => `${axes[i].name} ${axes[i].labels[place]}`)
    .join(', ')

interface CellsProps {
  axes: DependenceAxis[]
  mean: number[]
  size: PlotSize
  onPoint: (at: number | null) => void
}

function Cells({ axes, mean, size, onPoint }: CellsProps) {
  const [across, up] = axes.map(({ values }) => values.length)
  const wide = (size.width - frame.left - frame.right) / across
  const tall = (size.height - frame.top - frame.bottom) / up
  const range = extent(mean)
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = Math.floor((event.clientX - box.left - frame.left) / wide)
    const y = up - 1 - Math.floor((event.clientY - box.top - frame.top) / tall)
    onPoint(x >= 0 && x < across && y >= 0 && y < up ? x * up + y : null)
  }
  return (
    <svg {...size} style={{ display: 'block' }} onPointerMove={point} onPointerLeave={() => onPoint(null)}>
      {mean.map((value, at) => {
        const [x, y] = placeOf(axes, at)
        const share = range[1] > range[0] ? (value - range[0]) / (range[1] - range[0]) : 0.5
        const [left, top] = [frame.left + x * wide, frame.top + (up - 1 - y) * tall]
        return (
          <g key={at}>
            <rect
              x={left}
              y={top}
              width={Math.max(1, wide - 1)}
              height={Math.max(1, tall - 1)}
              style={{ fill: `rgb(var(--cell) / ${(0.05 + 0.85 * share).toFixed(3)})` }}
            />
            {across <= mostWritten && up <= mostWritten && (
              <text
                x={left + wide / 2}
                y={top + tall / 2 + 4}
                textAnchor="middle"
                fill={share > 0.65 ? 'var(--cell-strong-text)' : 'var(--text)'}
                style={{ fontSize: 11 }}
              >
                {formatMetric(value)}
              </text>
            )}
          </g>
        )
      })}
      <Names {...{ axes, size, wide, tall }} />
    </svg>
  )
}

interface NamesProps extends Pick<CellsProps, 'axes' | 'size'> {
  wide: number
  tall: number
}

function Names({ axes: [first, second], size, wide, tall }: NamesProps) {
  const every = Math.max(1, Math.ceil(58 / wide))
  const everyUp = Math.max(1, Math.ceil(15 / tall))
  const bottom = size.height - frame.bottom
  return (
    <g fill={tick.fill} style={{ fontSize: tick.fontSize }} textAnchor="middle">
      {first.labels.map(
        (label, at) =>
          at % every === 0 && (
            <text key={at} x={frame.left + (at + 0.5) * wide} y={bottom + 13}>
              {clip(label)}
            </text>
          ),
      )}
      {second.labels.map(
        (label, at) =>
          at % everyUp === 0 && (
            <text key={at} x={frame.left - 6} y={bottom - (at + 0.5) * tall + 4} textAnchor="end">
              {clip(label)}
            </text>
          ),
      )}
      <text x={(frame.left + size.width - frame.right) / 2} y={size.height - 5}>
        {first.name}
      </text>
      <text transform={`translate(12 ${(frame.top + bottom) / 2}) rotate(-90)`}>{second.name}</text>
    </g>
  )
}

const clip = (name: string): string => (name.length > 11 ? `${name.slice(0, 10)}…` : name)
