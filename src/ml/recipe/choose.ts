import type { FitInput } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { Column } from '@/values/table'
import { needColumn } from '../matrix'

/**
 * The columns that a step is to change: those it names, or every feature that suits it when it names none.
 * @throws StepFailure unknown-column; parameter when the target is named: what is predicted is never prepared.
 */
export function chooseColumns(
  input: Pick<FitInput<{ columns: string[] }>, 'table' | 'role' | 'params'>,
  suits: (column: Column) => boolean,
): Column[] {
  const { table, role, params } = input
  if (params.columns.length === 0) {
    return table.columns.filter((column) => role(column.name) === 'feature' && suits(column))
  }
  return [...new Set(params.columns)].map((name) => {
    const column = needColumn(table, name)
    if (role(name) !== 'target') return column
    return failStep({
      kind: 'parameter',
      parameter: 'Columns',
      problem: `“${name}” is the target, and what is to be predicted is never prepared`,
      advice: 'Take it off the list. Its type can be changed in Select columns.',
    })
  })
}

/** A name that is not taken: the wanted one, or that with a number. Takes it. */
export function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let i = 2; taken.has(name); i++) name = `${wanted} (${i})`
  taken.add(name)
  return name
}
