import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { formatCount } from '@/base/format'
import type { StepResult } from '@/contract/events'
import { Tiles } from '@/kit/charts/MetricTiles'
import { usePickedRows } from '@/kit/rowPicking'
import { ColumnTable } from '@/kit/tables/ColumnTable'
import { RowsTable } from '@/kit/tables/RowsTable'
import type { TablePreview } from '@/values/preview'

export const tableIn = (result: StepResult): TablePreview | null =>
  result.outputs.find((output) => output.table)?.table ?? null

/** Size of a dataset and what its columns hold. */
export function ColumnsPanel({ table }: { table: TablePreview }) {
  const missing = table.columns.reduce((sum, column) => sum + column.missing, 0)
  const tiles = [
    { title: 'Rows', value: formatCount(table.rows) },
    { title: 'Columns', value: formatCount(table.columns.length) },
    { title: 'Missing values', value: formatCount(missing) },
  ]
  return (
    <div className="kit-stack">
      <Tiles tiles={tiles} />
      {table.marks && <p className="kit-quiet">{marksText(table.marks)}</p>}
      <ColumnTable columns={table.columns} rows={table.rows} />
    </div>
  )
}

interface RowsPanelProps {
  table: TablePreview
  onSave: () => void
}

export function RowsPanel({ table, onSave }: RowsPanelProps) {
  const picked = usePickedRows(table.origin)
  const caption = `First ${formatCount(table.head.length)} of ${formatCount(table.rows)} rows`
  return (
    <div className="kit-stack" style={{ gap: 6 }}>
      <div className="kit-row" style={{ justifyContent: 'space-between' }}>
        <p className="kit-quiet">{caption}</p>
        <Button size="compact-xs" leftSection={<IconDownload size={13} />} onClick={onSave}>
          Save as CSV
        </Button>
      </div>
      <RowsTable
        columns={table.columns}
        rows={table.head}
        caption={caption}
        isPicked={picked.size > 0 ? (row) => picked.has(row) : undefined}
      />
    </div>
  )
}

function marksText({ train, validation, test }: NonNullable<TablePreview['marks']>): string {
  const parts = [
    `${formatCount(train)} for training`,
    ...(validation > 0 ? [`${formatCount(validation)} for validation`] : []),
    `${formatCount(test)} for testing`,
  ]
  return `Rows: ${parts.join(', ')}`
}
