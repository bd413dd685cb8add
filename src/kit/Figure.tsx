import { ActionIcon } from '@mantine/core'
import { IconChartDots, IconTable } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { SimpleTable, type SimpleTableProps } from './tables/SimpleTable'

interface FigureProps {
  title: ReactNode
  /** One or two sentences that say what the picture shows, for those who do not see it. */
  summary: string
  /** The same figures as a table; offered by a button. */
  table?: Omit<SimpleTableProps, 'caption'>
  /** Controls that lie on the picture and must stay reachable. */
  overlay?: ReactNode
  children: ReactNode
}

/** A picture with its title, a spoken summary, and the same figures as a table one click away. */
export function Figure({ title, summary, table, overlay, children }: FigureProps) {
  const [tabular, setTabular] = useState(false)
  return (
    <figure className="kit-figure">
      <figcaption>
        <span>{title}</span>
        {table && <TableToggle tabular={tabular} onToggle={() => setTabular(!tabular)} />}
      </figcaption>
      {tabular && table ? (
        <div
          className="kit-scroll"
          style={{ maxHeight: 260 }}
          tabIndex={0}
          role="group"
          aria-label="Figures as a table"
        >
          <SimpleTable {...table} />
        </div>
      ) : (
        <div className="kit-plot">
          <div role="img" aria-label={summary}>
            {children}
          </div>
          {overlay}
        </div>
      )}
    </figure>
  )
}

function TableToggle({ tabular, onToggle }: { tabular: boolean; onToggle: () => void }) {
  const label = tabular ? 'Show as a chart' : 'Show as a table'
  const Icon = tabular ? IconChartDots : IconTable
  return (
    <ActionIcon className="kit-toggle" size={20} aria-label={label} title={label} onClick={onToggle}>
      <Icon size={14} aria-hidden="true" />
    </ActionIcon>
  )
}
