import { Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts'
import { formatNumber } from '@/base/format'
import type { PlotSize } from '../Plot'
import { gridColour, placing, tooltipStyle, type Frame } from './palette'

interface PointedDotsProps {
  points: { x: number; y: number }[]
  xTitle: string
  yTitle: string
  size: PlotSize
  frame: Frame
  xRange: [number, number]
  yRange: [number, number]
  /** A dot was pressed. */
  onPoint?: (index: number) => void
}

/** Lies over drawn dots while a pointer is there, and tells the figures of the dot below it. */
export function PointedDots({
  points,
  xTitle,
  yTitle,
  size,
  frame,
  xRange,
  yRange,
  onPoint,
}: PointedDotsProps) {
  return (
    <div style={{ position: 'absolute', inset: 0 }}>
      <ScatterChart {...size} margin={frame} accessibilityLayer={false}>
        <XAxis dataKey="x" {...placing} domain={xRange} />
        <YAxis dataKey="y" {...placing} domain={yRange} />
        <Tooltip
          {...tooltipStyle}
          cursor={{ stroke: gridColour }}
          formatter={(value, name) => [formatNumber(Number(value)), name === 'x' ? xTitle : yTitle]}
        />
        <Scatter
          data={points}
          shape={<Reach pressable={onPoint !== undefined} />}
          isAnimationActive={false}
          zIndex={0}
          onClick={(_, index) => onPoint?.(index)}
        />
      </ScatterChart>
    </div>
  )
}

/** Somewhat larger than the dot, so that it is easy to point at. */
function Reach({ cx, cy, pressable }: { cx?: number; cy?: number; pressable: boolean }) {
  return <circle cx={cx} cy={cy} r={4} fill="transparent" cursor={pressable ? 'pointer' : undefined} />
}
