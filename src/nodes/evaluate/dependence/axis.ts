import { formatDate, formatNumber } from '@/base/format'
import { hashSeed } from '@/base/hash'
import type { DependenceGrid } from '@/ml/explain/dependenceGrid'
import { drawRows } from '@/ml/explain/judgedRows'
import { allRows, isCoded } from '@/values/table'
import type { DependenceAxis } from './preview'

const mostStrokes = 200

/** The grid as the page draws it. */
export function axisOf({ column, values, counts, leftOut }: DependenceGrid, seed: number): DependenceAxis {
  if (isCoded(column)) {
    const labels = Array.from(values, (code) => column.dictionary[code])
    return {
      ...{ name: column.name, kind: 'category', labels, rug: counts, leftOut },
      values: labels.map((_, place) => place),
    }
  }
  const isMoment = column.type === 'datetime'
  const known = allRows(column.values.length).filter((row) => Number.isFinite(column.values[row]))
  const drawn = drawRows(known, mostStrokes, hashSeed(seed, 'rug', column.name))
  return {
    name: column.name,
    kind: isMoment ? 'moment' : 'number',
    values: [...values],
    labels: Array.from(values, isMoment ? formatDate : formatNumber),
    rug: Array.from(drawn, (row) => column.values[row]),
    leftOut,
  }
}
