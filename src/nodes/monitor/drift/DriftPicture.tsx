import { Select } from '@mantine/core'
import { useState } from 'react'
import { BeforeAfter } from '@/kit/charts/BeforeAfter'
import type { DriftColumn } from './preview'

/** The distribution of one column in the training rows and in the new ones. */
export function DriftPicture({ columns }: { columns: DriftColumn[] }) {
  const [index, setIndex] = useState(0)
  const column = columns[index] ?? columns[0]
  const data = columns.map((one, position) => ({
    value: String(position),
    label: `${one.column || '(no name)'}${one.drifted ? ' ▲' : ''}`,
  }))
  return (
    <div className="kit-stack">
      <Select
        label="Column"
        data={data}
        value={String(index)}
        searchable
        allowDeselect={false}
        onChange={(value) => setIndex(Number(value))}
      />
      <BeforeAfter title={`${column.column} before and now`} picture={column.picture} />
      <p className="kit-quiet">{column.reason}</p>
      {column.newCategories.length > 0 && (
        <p className="kit-quiet">
          Never seen in training: {column.newCategories.map((one) => `${one.name} (${one.count})`).join(', ')}
        </p>
      )}
    </div>
  )
}
