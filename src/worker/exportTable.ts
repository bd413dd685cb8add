import { writeCsv } from '@/ml/csv/writeCsv'
import type { Predictions } from '@/values/evaluation'
import type { PortValue } from '@/values/ports'
import { codedColumn, numberColumn, type Table } from '@/values/table'

/**
 * A value as CSV; null for what is no table. Of a dataset the rows as they were gathered: what feedback appends to a
 * source goes through the preparation there.
 */
export function exportTable(value: PortValue): Uint8Array | null {
  if (value.kind === 'dataset') return writeCsv(value.raw)
  return value.kind === 'predictions' ? writeCsv(predictionTable(value)) : null
}

/** Row number, truth, then one score per class, or the prediction. */
function predictionTable({ rows, truth, classes, scores }: Predictions): Table {
  const width = Math.max(classes.length, 1)
  const score = (at: number) =>
    numberColumn(classes.length > 0 ? `score ${classes[at]}` : 'prediction', every(scores, width, at))
  const known =
    classes.length > 0
      ? codedColumn(
          'truth',
          Array.from(truth, (code) => classes[code] ?? null),
        )
      : numberColumn('truth', truth)
  return {
    rowCount: rows.length,
    columns: [numberColumn('row', rows), known, ...Array.from({ length: width }, (_, at) => score(at))],
  }
}

const every = (values: Float64Array, width: number, from: number): Float64Array =>
  values.filter((_, i) => i % width === from)
