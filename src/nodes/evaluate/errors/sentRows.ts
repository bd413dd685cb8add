import type { RowErrors } from '@/ml/errors/rowErrors'
import type { ScoredRows } from '@/ml/evaluate/scoredRows'
import { freeName } from '@/ml/recipe/choose'
import type { Dataset, Role } from '@/values/dataset'
import { codedColumn, isCoded, numberColumn, takeRows, type Column } from '@/values/table'

/** Columns that say of each row where it came from and how it was predicted. */
export interface AddedColumns {
  columns: Column[]
  /** The first is the row number, counted from 1. */
  names: string[]
}

/** What is told of the chosen rows beside their own columns. */
export function addedColumns(
  taken: readonly Column[],
  scored: ScoredRows,
  errors: RowErrors,
  chosen: Int32Array,
): AddedColumns {
  const used = new Set(taken.map(({ name }) => name))
  const name = (wanted: string) => freeName(wanted, used)
  const { score } = errors
  const value = (wanted: string, values: ArrayLike<number>) =>
    score === null
      ? numberColumn(
          name(wanted),
          Float64Array.from(chosen, (at) => values[at]),
        )
      : codedColumn(
          name(wanted),
          Array.from(chosen, (at) => scored.classes[values[at]]),
        )
  const columns: Column[] = [
    numberColumn(
      name('row'),
      Float64Array.from(chosen, (at) => scored.rows[at] + 1),
    ),
    value('truth', scored.truth),
    value('prediction', errors.predicted),
  ]
  if (score !== null)
    columns.push(
      numberColumn(
        name('score'),
        Float64Array.from(chosen, (at) => score[at]),
      ),
    )
  columns.push(
    numberColumn(
      name('error'),
      Float64Array.from(chosen, (at) => errors.error[at]),
    ),
  )
  return { columns, names: columns.map(({ name }) => name) }
}

/** The rows as they were gathered, with what was added; nothing has been learned from them or split. */
export function sentDataset(source: Dataset, rows: Int32Array, added: AddedColumns): Dataset {
  const own = takeRows(source.raw, rows)
  const raw = { rowCount: rows.length, columns: [...own.columns, ...added.columns] }
  const roles = new Map(source.roles)
  added.names.forEach((name, i) => roles.set(name, (i === 0 ? 'id' : 'ignored') satisfies Role))
  return { ...source, raw, table: raw, roles, marks: null, recipe: [] }
}

/** A cell that JSON can hold; long words are cut. */
export function briefCell(column: Column, row: number): string | number | null {
  if (isCoded(column)) {
    const code = column.codes[row]
    return code < 0 ? null : column.dictionary[code].slice(0, 100)
  }
  const value = column.values[row]
  return Number.isFinite(value) ? value : null
}
