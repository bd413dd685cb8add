interface ClassStripProps {
  shares: number[]
  x: number
  y: number
  width: number
  classColour: (index: number) => string
}

/** Shares of the classes side by side, as a thin strip in a drawing. */
export function ClassStrip({ shares, x, y, width, classColour }: ClassStripProps) {
  const starts = shares.map((_, index) => shares.slice(0, index).reduce((sum, share) => sum + share, 0))
  return shares.map(
    (share, index) =>
      share > 0 && (
        <rect
          key={index}
          x={x + starts[index] * width}
          y={y}
          width={share * width}
          height={4}
          fill={classColour(index)}
        />
      ),
  )
}
