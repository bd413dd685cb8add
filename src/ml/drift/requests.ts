import type { LoggedRequest } from '@/contract/run'
import type { ContractField } from '@/values/model'
import { codedColumn, type Column, type Table } from '@/values/table'
import { castColumn } from '../recipe/cast'

/** The rows that an endpoint was asked, one after the other, as a table in the types of the model's contract. */
export function requestsTable(contract: ContractField[], log: LoggedRequest[]): Table {
  const rowCount = log.reduce((sum, request) => sum + request.rows.length, 0)
  return { rowCount, columns: contract.map((field) => columnOf(field, log)) }
}

function columnOf(field: ContractField, log: LoggedRequest[]): Column {
  const words = log.flatMap(({ columns, rows }) => {
    const at = columns.indexOf(field.name)
    return rows.map((row) => {
      const value = at < 0 ? null : (row[at] ?? null)
      return value === null ? null : String(value)
    })
  })
  const column = codedColumn(field.name, words, 'text')
  return field.type === 'datetime' ? dates(column.name, words) : castColumn(column, field.type)
}

/** A moment is asked as epoch milliseconds or as an ISO 8601 text. */
function dates(name: string, words: (string | null)[]): Column {
  const asNumbers = castColumn(codedColumn(name, words, 'text'), 'numeric')
  const asDates = castColumn(codedColumn(name, words, 'text'), 'datetime')
  if (!('values' in asNumbers) || !('values' in asDates)) return asDates
  const values = asDates.values.map((value, row) => (Number.isNaN(value) ? asNumbers.values[row] : value))
  return { name, type: 'datetime', values }
}
