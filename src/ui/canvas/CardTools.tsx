import { NodeToolbar, Position } from '@xyflow/react'
import { IconCopy, IconPencil, IconPlugConnected, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { duplicateSelection, removeSelection } from '@/state/actions'
import { useDocument } from '@/state/documentStore'
import { useUi } from '@/state/uiStore'
import { localStore } from './local'

/** Small tools above the one selected card. */
export function CardTools({ id }: { id: string }) {
  const alone = useUi((state) => state.selection.length === 1)
  const editable = useDocument((state) => state.mode !== 'read-only')
  if (!alone || !editable) return null
  return (
    <NodeToolbar isVisible position={Position.Top} align="end" offset={8} className="sc-tools">
      <Tool title="Connect from here (C)" onClick={() => localStore.setState({ connecting: id })}>
        <IconPlugConnected size={15} />
      </Tool>
      <Tool title="Rename (F2)" onClick={() => localStore.setState({ renaming: id })}>
        <IconPencil size={15} />
      </Tool>
      <Tool title="Duplicate (Ctrl+D)" onClick={duplicateSelection}>
        <IconCopy size={15} />
      </Tool>
      <Tool title="Delete (Del)" onClick={removeSelection}>
        <IconTrash size={15} />
      </Tool>
    </NodeToolbar>
  )
}

function Tool({ title, onClick, children }: { title: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      className="sc-tool"
      aria-label={title.replace(/ \(.*\)$/, '')}
      title={title}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
