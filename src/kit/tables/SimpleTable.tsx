import type { ReactNode } from 'react'

export type CellContent = ReactNode

export interface SimpleTableProps {
  caption?: ReactNode
  columns: string[]
  /** Numbers must be formatted already; a column whose cells are marked in `numeric` is set flush right. */
  rows: CellContent[][]
  /** Positions of the columns that hold figures. */
  numeric?: number[]
}

/** A small plain table; the first column names its row. */
export function SimpleTable({ caption, columns, rows, numeric = [] }: SimpleTableProps) {
  const className = (column: number) => (numeric.includes(column) ? 'kit-number' : undefined)
  return (
    <table className="kit-table kit-plain">
      {caption !== undefined && (
        <caption>
          <span>{caption}</span>
        </caption>
      )}
      <thead>
        <tr>
          {columns.map((title, column) => (
            <th key={column} scope="col" className={className(column)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={column} scope="row" className={className(column)}>
                  {cell ?? '–'}
                </th>
              ) : (
                <td key={column} className={className(column)}>
                  {cell ?? '–'}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
