/** One column of the picture. */
export interface Column {
  units: number
  dropout: number
  normalised: boolean
}

/** Pixels: a column, the room between two, and how high units and words are. */
export const size = { width: 74, gap: 26, step: 100, picture: 104, height: 146 } as const

const mostDots = 9

/** Dots grow with the logarithm of the units: 1 for one, 5 for sixteen, 7 for sixty-four. */
const dotsOf = ({ units }: Column): number =>
  Math.min(mostDots, Math.round(Math.log2(Math.max(1, units))) + 1)

const spread = (size.picture - 14) / mostDots

const xOf = (column: number): number => column * size.step + size.width / 2
const yOf = (dot: number, dots: number): number => size.picture / 2 + (dot - (dots - 1) / 2) * spread

/** Units as dots and what joins them; hollow ones are left out by dropout, a frame stands for batch normalisation. */
export function Neurons({ columns, selected }: { columns: Column[]; selected: number }) {
  const dots = columns.map(dotsOf)
  return (
    <svg
      className="layers-neurons"
      width={columns.length * size.step - size.gap}
      height={size.picture}
      aria-hidden="true"
    >
      {columns.slice(1).map((_, index) => (
        <path key={index} d={edges(index, dots)} className="layers-edges" />
      ))}
      {columns.map((column, index) => (
        <g key={index} className={kindOf(index, columns.length, selected)}>
          {column.normalised && (
            <rect
              x={xOf(index) - 9}
              y={yOf(0, dots[index]) - 9}
              width={18}
              height={(dots[index] - 1) * spread + 18}
              rx={9}
              className="layers-norm"
            />
          )}
          {Array.from({ length: dots[index] }, (_, dot) => (
            <circle
              key={dot}
              cx={xOf(index)}
              cy={yOf(dot, dots[index])}
              r={4}
              className={isDropped(dot, dots[index], column.dropout) ? 'layers-dropped' : 'layers-unit'}
            />
          ))}
        </g>
      ))}
    </svg>
  )
}

function edges(index: number, dots: number[]): string {
  const lines: string[] = []
  for (let from = 0; from < dots[index]; from++)
    for (let to = 0; to < dots[index + 1]; to++)
      lines.push(`M${xOf(index)} ${yOf(from, dots[index])}L${xOf(index + 1)} ${yOf(to, dots[index + 1])}`)
  return lines.join('')
}

/** Spread evenly over the column. */
function isDropped(dot: number, dots: number, rate: number): boolean {
  const dropped = Math.min(dots - 1, Math.ceil(rate * dots - 1e-9))
  return Math.floor(((dot + 1) * dropped) / dots) > Math.floor((dot * dropped) / dots)
}

const kindOf = (index: number, count: number, selected: number): string =>
  index === 0 || index === count - 1
    ? 'layers-outer'
    : index === selected
      ? 'layers-inner layers-selected'
      : 'layers-inner'
