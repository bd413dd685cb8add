interface SparklineProps {
  counts: readonly number[]
  /** Drawn behind, at the same scale of shares, e.g. before a step. */
  before?: readonly number[]
  width?: number
  height?: number
}

/** A histogram small enough for a table cell; the table tells its figures. */
export function Sparkline({ counts, before, width = 72, height = 20 }: SparklineProps) {
  const now = shares(counts)
  const then = before ? shares(before) : []
  const most = Math.max(1e-12, ...now, ...then)
  return (
    <svg className="kit-sparkline" width={width} height={height} aria-hidden="true">
      <Columns shares={then} most={most} width={width} height={height} fill="var(--before)" opacity={0.55} />
      <Columns
        shares={now}
        most={most}
        width={width}
        height={height}
        fill="var(--mark)"
        opacity={before ? 0.6 : 0.75}
      />
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--line-strong)" />
    </svg>
  )
}

interface ColumnsProps {
  shares: number[]
  most: number
  width: number
  height: number
  fill: string
  opacity: number
}

function Columns({ shares: values, most, width, height, fill, opacity }: ColumnsProps) {
  const step = width / Math.max(1, values.length)
  return values.map((share, index) => {
    const tall = share > 0 ? Math.max(1, (share / most) * (height - 1)) : 0
    return (
      <rect
        key={index}
        x={index * step}
        y={height - 1 - tall}
        width={Math.max(1, step - 1)}
        height={tall}
        fill={fill}
        opacity={opacity}
      />
    )
  })
}

function shares(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => (total > 0 ? count / total : 0))
}
