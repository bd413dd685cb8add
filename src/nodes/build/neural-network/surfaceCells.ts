import { formatNumber, formatMetric } from '@/base/format'
import type { CellPaint } from '@/kit/charts/CellCanvas'
import type { Surface } from './surface'

/** What the model answers at two chosen axes. */
export interface SurfaceView {
  size: number
  /** By column from the left and row from the bottom. */
  cellAt: (column: number, row: number) => number | null
}

/** The grid of a pair, whichever of the two lies along x. Null where they are the same. */
export function viewOf({ grids }: Surface, x: number, y: number): SurfaceView | null {
  const grid = grids.find((one) => (one.x === x && one.y === y) || (one.x === y && one.y === x))
  if (!grid) return null
  const turned = grid.x !== x
  const { size, cells } = grid
  return { size, cellAt: (column, row) => cells[turned ? column * size + row : row * size + column] }
}

/** Least and largest answer, for values. */
export function rangeOf({ grids, points }: Surface): [number, number] {
  const all = [...grids.flatMap(({ cells }) => cells), ...points.map(({ truth }) => truth)]
  const known = all.filter((value) => value !== null)
  return [Math.min(...known), Math.max(...known)]
}

const seriesOf = (code: number): string => `--series-${(code % 6) + 1}`

/** Paler where the model is less sure; values from blue (low) to red (high). */
export function paintOf(cell: number | null, classes: number, range: [number, number]): CellPaint | null {
  if (cell === null) return null
  if (classes === 0) return valuePaint(cell, range)
  if (classes === 2)
    return { variable: seriesOf(cell >= 50 ? 1 : 0), weight: 0.14 + (0.5 * Math.abs(cell - 50)) / 50 }
  const least = 1 / classes
  const sure = ((cell % 100) / 100 - least) / (1 - least)
  return { variable: seriesOf(Math.floor(cell / 100)), weight: 0.14 + 0.5 * Math.max(0, sure) }
}

export function valuePaint(value: number, [low, high]: [number, number]): CellPaint {
  const side = high > low ? (2 * (value - low)) / (high - low) - 1 : 0
  return {
    variable: side < 0 ? '--cell-against' : '--cell',
    weight: 0.06 + 0.84 * Math.min(1, Math.abs(side)),
  }
}

/** What a cell says in words. */
export function wordsOf(cell: number | null, classes: readonly string[]): string {
  if (cell === null) return 'no answer'
  if (classes.length === 0) return formatNumber(cell)
  if (classes.length === 2) {
    const [name, percent] = cell >= 50 ? [classes[1], cell] : [classes[0], 100 - cell]
    return `${name}, ${formatMetric(percent / 100)}`
  }
  return `${classes[Math.floor(cell / 100)] ?? 'another class'}, ${formatMetric((cell % 100) / 100)}`
}
