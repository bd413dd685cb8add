import { formatDate, formatRaw } from '@/base/format'
import type { ColumnType } from '@/values/table'
import { ColumnName } from './ColumnTable'

interface RowsTableProps {
  columns: { name: string; type: ColumnType }[]
  rows: (string | number | null)[][]
  caption?: string
  /** Whether a shown row is selected. */
  isPicked?: (index: number) => boolean
}

const shownColumns = 40

/** The first rows of a table, scrolled sideways when it is wide. */
export function RowsTable({ columns, rows, caption, isPicked }: RowsTableProps) {
  const shown = columns.slice(0, shownColumns)
  return (
    <div
      className="kit-scroll"
      style={{ maxHeight: 320 }}
      tabIndex={0}
      role="group"
      aria-label={caption ?? 'First rows'}
    >
      <table className="kit-table">
        <thead>
          <tr>
            {shown.map((column, index) => (
              <th key={index} scope="col" className={isNumber(column.type) ? 'kit-number' : undefined}>
                <ColumnName {...column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={index}
              className={isPicked?.(index) ? 'kit-picked-row' : undefined}
              aria-selected={isPicked?.(index)}
            >
              {shown.map((column, position) => (
                <Cell key={position} value={row[position] ?? null} type={column.type} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const isNumber = (type: ColumnType) => type === 'numeric'

function Cell({ value, type }: { value: string | number | null; type: ColumnType }) {
  if (value === null) return <td className="kit-missing">missing</td>
  if (typeof value === 'string') {
    return (
      <td>
        <span className="kit-clip" title={value}>
          {value}
        </span>
      </td>
    )
  }
  if (type === 'datetime') return <td>{formatDate(value)}</td>
  return <td className="kit-number">{formatRaw(value)}</td>
}
