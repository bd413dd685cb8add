import { isCoded, type CodedColumn, type Column, type Table } from '@/values/table'

/** A longer table, the base's columns which the added rows lack, and the columns that the base does not have. */
export interface Appended {
  table: Table
  absent: string[]
  ignored: string[]
}

/**
 * Adds rows to the end. Columns are matched by name; the base decides which there are and what type they have. A
 * column that the added rows lack, or have as another kind of value, is missing there.
 */
export function appendRows(base: Table, added: Table): Appended {
  const byName = new Map(added.columns.map((column) => [column.name, column]))
  const absent: string[] = []
  const columns = base.columns.map((column) => {
    const more = byName.get(column.name)
    byName.delete(column.name)
    if (more && isCoded(more) === isCoded(column)) return joinColumns(column, more)
    absent.push(column.name)
    return joinColumns(column, blankLike(column, added.rowCount))
  })
  const rowCount = base.rowCount + added.rowCount
  return { table: { rowCount, columns }, absent, ignored: [...byName.keys()] }
}

function blankLike(column: Column, rows: number): Column {
  if (isCoded(column)) return { ...column, codes: new Int32Array(rows).fill(-1), dictionary: [] }
  return { ...column, values: new Float64Array(rows).fill(NaN) }
}

function joinColumns(column: Column, more: Column): Column {
  if (isCoded(column)) return joinCodes(column, more as CodedColumn)
  const values = new Float64Array(column.values.length + (more as typeof column).values.length)
  values.set(column.values)
  values.set((more as typeof column).values, column.values.length)
  return { ...column, values }
}

/** Categories keep their codes; new ones go to the end of the dictionary. */
function joinCodes(column: CodedColumn, more: CodedColumn): CodedColumn {
  const dictionary = [...column.dictionary]
  const known = new Map(dictionary.map((text, code) => [text, code]))
  const newCodes = more.dictionary.map((text) => {
    const code = known.get(text) ?? dictionary.push(text) - 1
    known.set(text, code)
    return code
  })
  const codes = new Int32Array(column.codes.length + more.codes.length)
  codes.set(column.codes)
  more.codes.forEach((code, row) => (codes[column.codes.length + row] = code < 0 ? -1 : newCodes[code]))
  return { ...column, codes, dictionary }
}
