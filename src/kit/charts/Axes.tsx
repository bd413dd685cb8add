import { axisLine, tick, type Frame } from './palette'

export interface AxisShape {
  range: readonly [number, number]
  ticks: readonly number[]
  format?: (value: number) => string
  title?: string
}

interface AxesProps {
  width: number
  height: number
  frame: Frame
  x: AxisShape
  y: AxisShape
  /** The side has a line, not only figures. */
  sideLine?: boolean
}

/**
 * Axes of a chart whose frame and ranges are known. Those of recharts measure their words in the page and need several
 * rounds of drawing, which took most of the time of a chart; theirs are hidden and only place the data.
 */
export function Axes({ width, height, frame, x, y, sideLine = true }: AxesProps) {
  const area = plotArea(width, height, frame)
  return (
    <g fill={tick.fill} style={{ fontSize: tick.fontSize }} textAnchor="middle">
      <path
        d={`${sideLine ? `M${area.left} ${area.top}` : `M${area.left} ${area.bottom}`}V${area.bottom}H${area.right}`}
        fill="none"
        {...axisLine}
      />
      {x.ticks.map((value) => (
        <text key={value} x={place(value, x.range, area.left, area.right)} y={area.bottom + 14}>
          {written(value, x)}
        </text>
      ))}
      {y.ticks.map((value) => (
        <text
          key={value}
          x={area.left - 6}
          y={place(value, y.range, area.bottom, area.top) + 4}
          textAnchor="end"
        >
          {written(value, y)}
        </text>
      ))}
      {x.title && (
        <text x={(area.left + area.right) / 2} y={height - 5}>
          {x.title}
        </text>
      )}
      {y.title && (
        <text transform={`translate(13 ${(area.top + area.bottom) / 2}) rotate(-90)`}>{y.title}</text>
      )}
    </g>
  )
}

interface GuideProps {
  width: number
  height: number
  frame: Frame
  /** Shares of the plot area, from its lower left corner. */
  from: readonly [number, number]
  to: readonly [number, number]
  colour?: string
  /** Written beside its middle: names of lines lie in the corners. */
  text?: string
}

/** Nearer to the left than this, its words stand on the right of a line. */
const nearLeft = 0.3

/** A dashed line that helps to read the picture: chance, no error, the epoch that was kept. */
export function GuideLine({ width, height, frame, from, to, colour = 'var(--text-2)', text }: GuideProps) {
  const { left, right, top, bottom } = plotArea(width, height, frame)
  const x = (share: number) => left + share * (right - left)
  const y = (share: number) => bottom - share * (bottom - top)
  return (
    <>
      <path
        d={`M${x(from[0])} ${y(from[1])}L${x(to[0])} ${y(to[1])}`}
        stroke={colour}
        strokeDasharray="3 3"
      />
      {text && (
        <text
          x={x(to[0]) + (to[0] < nearLeft ? 5 : -5)}
          y={(top + bottom) / 2}
          textAnchor={to[0] < nearLeft ? 'start' : 'end'}
          fill={tick.fill}
          stroke="var(--surface)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {text}
        </text>
      )}
    </>
  )
}

/** Pixels that a chart needs at its left for these figures. */
export const leftFor = (figures: readonly string[]): number =>
  Math.max(48, 14 + 6.4 * Math.max(0, ...figures.map((figure) => figure.length)))

/** Share of a range at which a value lies; the middle of a range without width. */
export const shareOf = (value: number, [low, high]: readonly [number, number]): number =>
  high > low ? (value - low) / (high - low) : 0.5

const place = (value: number, range: readonly [number, number], from: number, to: number): number =>
  from + shareOf(value, range) * (to - from)

const plotArea = (width: number, height: number, frame: Frame) => ({
  left: frame.left,
  right: width - frame.right,
  top: frame.top,
  bottom: height - frame.bottom,
})

const written = (value: number, { format = String }: AxisShape): string => format(value)
