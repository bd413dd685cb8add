import { createContext, use, useMemo } from 'react'
import type { RowSelection } from '@/values/rowSelection'

/** The rows that are selected in all charts, and how a chart selects others. */
export interface RowPicking {
  selection: RowSelection | null
  select: (selection: RowSelection | null) => void
}

/** Null where nothing can be selected, e.g. in the gallery. */
export const RowPickingContext = createContext<RowPicking | null>(null)

const none: ReadonlySet<number> = new Set()

/** The selected rows among those of a raw table; empty when rows of another one are selected. */
export function usePickedRows(origin: string | undefined): ReadonlySet<number> {
  const selection = use(RowPickingContext)?.selection
  return useMemo(
    () => (selection && selection.origin === origin ? new Set(selection.rows) : none),
    [selection, origin],
  )
}

/** Selects what a mark stands for, or clears it when it is selected already; null where nothing can be selected. */
export function usePick(): {
  isPicked: (key: string) => boolean
  pick: (found: RowSelection) => void
} | null {
  const picking = use(RowPickingContext)
  return useMemo(() => {
    if (!picking) return null
    const isPicked = (key: string) => picking.selection?.key === key
    return {
      isPicked,
      pick: (found: RowSelection) => picking.select(isPicked(found.key) ? null : found),
    }
  }, [picking])
}
