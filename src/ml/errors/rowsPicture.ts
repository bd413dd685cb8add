import { spacedOver } from '../preview/originOf'
import { isCoded, type Column, type Table } from '@/values/table'

/** Some rows along some axes, for a scatter plot. */
export interface RowsPicture {
  axes: string[]
  /** Row numbers of the raw table. */
  rows: number[]
  /** `rows × axes`; null where there is no finite value. */
  points: (number | null)[][]
}

const mostPoints = 1000
const mostAxes = 8

/** Columns of numbers or dates that a scatter plot can be drawn of. */
export const drawable = (columns: readonly Column[]): { name: string; values: Float64Array }[] =>
  columns.flatMap((column) => (isCoded(column) ? [] : [column]))

/**
 * At most 1,000 places among judged rows: those that come first in `first`, up to 600, then others evenly spaced; in
 * the order of the table.
 */
export function drawnPlaces(count: number, first: ArrayLike<number> = []): number[] {
  if (count <= mostPoints) return spacedOver(count, mostPoints)
  const chosen = new Set(Array.from(first).slice(0, 600))
  for (const place of spacedOver(count, mostPoints)) if (chosen.size < mostPoints) chosen.add(place)
  return [...chosen].sort((a, b) => a - b)
}

/**
 * @param figures axes that are not columns of the table, in the order of the judged rows.
 * @param places which of the judged rows are drawn.
 */
export function pictureRows(
  raw: Pick<Table, 'columns'>,
  judged: { rows: Int32Array; places: number[] },
  figures: { name: string; values: ArrayLike<number> }[],
): RowsPicture {
  const columns = drawable(raw.columns).slice(0, mostAxes - figures.length)
  const { rows, places } = judged
  return {
    axes: [...columns, ...figures].map(({ name }) => name),
    rows: places.map((place) => rows[place]),
    points: places.map((place) => [
      ...columns.map(({ values }) => brief(values[rows[place]])),
      ...figures.map(({ values }) => brief(values[place])),
    ]),
  }
}

/** Five digits are more than a picture shows. */
export const brief = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(5)) : null
