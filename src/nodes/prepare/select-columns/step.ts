import { defineStep } from '@/contract/catalog'
import { needColumn } from '@/ml/matrix'
import { castColumn } from '@/ml/recipe/cast'
import { withColumns, type ColumnType } from '@/values/table'
import definition from './definition'

export type SelectState = { casts: { column: string; type: ColumnType }[] }

/** Only the types are part of the recipe: roles belong to the dataset. Nothing is learned from the rows. */
export default defineStep<typeof definition, SelectState>(definition, {
  fit({ table, params }) {
    for (const { column } of params.types) needColumn(table, column)
    return { casts: params.types.map(({ column, type }) => ({ column, type })) }
  },
  apply(table, state) {
    const casts = new Map(state.casts.map(({ column, type }) => [column, type]))
    const changed = table.columns.flatMap((column) => {
      const type = casts.get(column.name)
      return type === undefined || type === column.type ? [] : [castColumn(column, type)]
    })
    return withColumns(table, changed)
  },
})
