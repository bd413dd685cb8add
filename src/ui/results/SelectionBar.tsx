import { Button } from '@mantine/core'
import { formatCount, formatPlural } from '@/base/format'
import { RowPickingContext, type RowPicking } from '@/kit/rowPicking'
import { use, useMemo, type ReactNode } from 'react'
import { selectRows, sendRowsOnward } from '@/state/actions'
import { useDocument } from '@/state/documentStore'
import { useRun } from '@/state/runStore'
import { useUi } from '@/state/uiStore'

/** Lets the charts inside select rows; a selection is gone once its chart shows another result. */
export function RowPickingProvider({ children }: { children: ReactNode }) {
  const rows = useUi((state) => state.rows)
  const isFresh = useRun((run) => rows !== null && run.nodes.get(rows.node)?.result?.key === rows.result)
  const picking = useMemo<RowPicking>(
    () => ({ selection: isFresh ? rows : null, select: selectRows }),
    [rows, isFresh],
  )
  return <RowPickingContext value={picking}>{children}</RowPickingContext>
}

/** How many rows are selected, and what can be done with them; nothing while none are. */
export function SelectionBar() {
  const selection = use(RowPickingContext)?.selection ?? null
  const readOnly = useDocument(({ mode }) => mode === 'read-only')
  const known = selection && selection.rows.length < selection.count
  return (
    <div className="sc-selection" role="status" aria-label="Selected rows" hidden={!selection}>
      {selection && (
        <>
          <span>
            <b>{formatPlural(selection.count, 'row')} selected</b>: {selection.words}
            {known ? ` (charts draw ${formatCount(selection.rows.length)} of them)` : ''}
          </span>
          <Button size="compact-xs" variant="subtle" onClick={() => selectRows(null)}>
            Clear
          </Button>
          {selection.onward && !readOnly && (
            <Button
              size="compact-xs"
              title="Adds a node that finds these rows and gives them as data"
              onClick={() => sendRowsOnward(selection)}
            >
              Send onward
            </Button>
          )}
        </>
      )}
    </div>
  )
}
