import { memo, type KeyboardEvent } from 'react'
import { NodeResizer, type NodeProps } from '@xyflow/react'
import { setNote } from '@/state/actions'
import { useDocument } from '@/state/documentStore'
import type { NoteNode } from './flowItems'
import { canvasView } from './view'

/** A yellow note: plain text, typed in place, resized by its corners. */
export const NoteCard = memo(function NoteCard({ id, data, selected }: NodeProps<NoteNode>) {
  const editable = useDocument((state) => state.mode !== 'read-only')
  return (
    <div className="sc-note">
      <NodeResizer
        isVisible={selected && editable}
        minWidth={120}
        minHeight={56}
        onResizeEnd={(_event, { x, y, width, height }) => setNote(id, { position: { x, y }, width, height })}
      />
      <textarea
        className="sc-note-text nodrag nowheel"
        aria-label="Note text"
        placeholder="Write a note"
        value={data.note.text}
        readOnly={!editable}
        maxLength={5000}
        onChange={(event) => setNote(id, { text: event.target.value })}
        onKeyDown={(event) => leaveOnEscape(event, id)}
      />
    </div>
  )
})

/** Other keys belong to the text. */
function leaveOnEscape(event: KeyboardEvent, id: string): void {
  event.stopPropagation()
  if (event.key === 'Escape') canvasView()?.focus(id)
}
