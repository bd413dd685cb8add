import { failStep } from '@/contract/errors'
import { Mark, rowsMarked, type Dataset, type Role } from '@/values/dataset'
import type { Scheme } from '@/values/schemes'
import { allRows, cellValue, isCoded, isMissing, type Column } from '@/values/table'
import { divide, type SchemeWishes } from './schemes'
import { effectiveRoles, resolveTarget, targetColumn, targetValues, type ResolvedTarget } from '../task'

/** One division of the rows: trained on one part, tested on the rest. */
export interface Fold {
  repeat: number
  fold: number
  train: Int32Array
  test: Int32Array
}

export interface FoldWishes extends Partial<SchemeWishes> {
  folds: number
  repeats: number
  stratified: boolean
  seed: number
}

/** How the rows of a dataset are divided for cross-validation. */
export interface Folding {
  resolved: ResolvedTarget
  rows: Int32Array
  keptForTest: number
  unlabelled: number
  scheme: Scheme
  dealing: 'stratified' | 'random' | 'by group'
  /** The column that tells the order in time, for the scheme that needs it; null where the order of the rows does. */
  time: string | null
  folds: Fold[]
}

/**
 * Divides all rows that have a target value and are not marked as test, so that the test rows stay untouched for the
 * end. A column with the role group keeps its groups whole; else classes are spread evenly where that is wished.
 * Forward in time goes by the column with the role time and never parts rows of the same time.
 * @throws StepFailure no-target, no-rows, too-few-rows, one-class and what `resolveTarget` throws.
 */
export function foldDataset(dataset: Dataset, wishes: FoldWishes): Folding {
  const resolved = resolveTarget(dataset)
  const column = targetColumn(dataset, resolved.target)
  const free = allRows(dataset.raw.rowCount).filter((row) => takesPart(dataset, row))
  const rows = free.filter((row) => !isMissing(column, row))
  if (rows.length === 0) failStep({ kind: 'no-rows', what: 'cross-validation' })
  const y = targetValues(column, resolved.classes)
  checkClasses(resolved, y, rows)
  const scheme = wishes.scheme ?? 'folds'
  const group = columnWith(dataset, 'group')
  const time = scheme === 'forward' ? columnWith(dataset, 'time') : undefined
  const stratified = wishes.stratified && resolved.classes.length > 0 && !group && scheme !== 'forward'
  const members = group && scheme !== 'forward' ? groupsOf(group, rows) : null
  const divisions = divide(
    {
      count: members?.length ?? rows.length,
      classes: stratified ? Float64Array.from(rows, (row) => y[row]) : null,
      times: time ? timesOf(time, rows) : null,
      groups: group && scheme === 'forward' ? groupNumbers(group, rows) : null,
    },
    { scheme, draws: 10, testShare: 20, ...wishes },
  )
  const rowsOf = (places: Int32Array) =>
    members
      ? Int32Array.from(Array.from(places, (place) => members[place]).flat()).sort()
      : places.map((place) => rows[place])
  return {
    resolved,
    rows,
    keptForTest: rowsMarked(dataset, Mark.test).length,
    unlabelled: free.length - rows.length,
    scheme,
    dealing: group ? 'by group' : stratified ? 'stratified' : 'random',
    time: time?.name ?? null,
    folds: divisions.map(({ train, test }, i) => ({
      ...numberOf(i, scheme, wishes.folds),
      train: rowsOf(train),
      test: rowsOf(test),
    })),
  }
}

/** Draws are repeats of one fold each; in the other schemes each repeat has all folds. */
const numberOf = (index: number, scheme: Scheme, folds: number): Pick<Fold, 'repeat' | 'fold'> => {
  if (scheme === 'folds') return { repeat: Math.floor(index / folds) + 1, fold: (index % folds) + 1 }
  return scheme === 'random' ? { repeat: index + 1, fold: 1 } : { repeat: 1, fold: index + 1 }
}

/** @throws StepFailure not-numeric, or missing-values when a row has no time. */
function timesOf(column: Column, rows: Int32Array): Float64Array {
  if (isCoded(column)) return failStep({ kind: 'not-numeric', column: column.name })
  const missing = rows.reduce((count, row) => count + (isMissing(column, row) ? 1 : 0), 0)
  if (missing > 0) failStep({ kind: 'missing-values', column: column.name, count: missing })
  return Float64Array.from(rows, (row) => column.values[row])
}

/** A split may leave rows out of every part. */
function takesPart({ marks }: Dataset, row: number): boolean {
  return !marks || marks[row] === Mark.train || marks[row] === Mark.validation
}

function checkClasses({ classes, target }: ResolvedTarget, y: Float64Array, rows: Int32Array): void {
  if (classes.length === 0) return
  const present = new Set(Array.from(rows, (row) => y[row]))
  if (present.size < 2)
    failStep({ kind: 'one-class', column: target, className: classes[y[rows[0]]] ?? null })
}

function columnWith(dataset: Dataset, role: Role): Column | undefined {
  const roles = effectiveRoles(dataset)
  return dataset.raw.columns.find((column) => roles.get(column.name) === role)
}

/** Rows of each group, in the order of their first rows; a row without a group is a group of its own. */
function groupsOf(column: Column, rows: Int32Array): number[][] {
  const members = new Map<string | number, number[]>()
  for (const row of rows) {
    const value = cellValue(column, row)
    const key = value === null ? `missing ${row}` : typeof value === 'number' ? value : `group ${value}`
    const known = members.get(key)
    if (known) known.push(row)
    else members.set(key, [row])
  }
  return [...members.values()]
}

/** The number of each row's group among all groups. */
function groupNumbers(column: Column, rows: Int32Array): Int32Array {
  const numbers = new Map<number, number>()
  groupsOf(column, rows).forEach((members, group) => members.forEach((row) => numbers.set(row, group)))
  return Int32Array.from(rows, (row) => numbers.get(row)!)
}
