import type { Pulse } from '@/contract/pulse'
import { wilson } from '../metrics/intervals'
import { groupRows } from '../slices/groups'
import type { Column } from '@/values/table'

/** One group of rows, and how often or how far the model is off there. */
export interface ErrorGroup {
  column: string
  name: string
  rows: number
  /** Share of wrong rows for classes, mean absolute error for regression. */
  error: number
  /** 95 % interval of a share; null for regression. */
  low: number | null
  high: number | null
}

const bins = 4
const smallest = 5
const mostColumns = 200

/**
 * Groups of single columns in which errors are more than elsewhere: those whose excess over all rows weighs most
 * (excess × √rows), at most `most`. Groups of fewer than 5 rows say nothing.
 * @param off for each judged row: 1 or 0 whether it is wrong, or its absolute error.
 */
export async function whereErrorsLie(
  columns: Column[],
  { rows, off, shares }: { rows: Int32Array; off: ArrayLike<number>; shares: boolean },
  most: number,
  pulse: Pick<Pulse, 'breathe'>,
): Promise<ErrorGroup[]> {
  const overall = meanOf(off)
  const found: ErrorGroup[] = []
  for (const column of columns.slice(0, mostColumns)) {
    await pulse.breathe()
    found.push(...groupsOf(column, { rows, off, shares }))
  }
  const weight = ({ error, rows }: ErrorGroup) => (error - overall) * Math.sqrt(rows)
  return found
    .filter(
      ({ rows: size, error }) =>
        size >= smallest && size < rows.length && error > overall && Number.isFinite(error),
    )
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, most)
}

function groupsOf(
  column: Column,
  { rows, off, shares }: { rows: Int32Array; off: ArrayLike<number>; shares: boolean },
): ErrorGroup[] {
  const { names, of } = groupRows(column, rows, bins)
  const sums = new Float64Array(names.length)
  const sizes = new Int32Array(names.length)
  of.forEach((place, at) => {
    sums[place] += off[at]
    sizes[place]++
  })
  return names.map((name, place) => {
    const interval = shares ? wilson(sums[place], sizes[place]) : null
    const error = sums[place] / sizes[place]
    return {
      column: column.name,
      name,
      rows: sizes[place],
      error,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    }
  })
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]
  return sum / values.length
}
