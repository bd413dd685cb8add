import { Tooltip } from '@mantine/core'
import { createPortal } from 'react-dom'
import type { AnyDefinition } from '@/contract/node'
import { addNode } from '@/state/actions'
import { useDocument } from '@/state/documentStore'
import { stageColour, StageIcon } from '../theme/stages'
import { useEntryDrag } from './useEntryDrag'

/** One node type: a button that adds it, and a handle to drag it by. */
export function PaletteEntry({ definition }: { definition: AnyDefinition }) {
  const editable = useDocument((state) => state.mode !== 'read-only')
  const { at, wasDragged, ...drag } = useEntryDrag(definition.type)
  return (
    <>
      <Tooltip label={definition.summary} position="right" disabled={at !== null}>
        <button
          type="button"
          className="sc-palette-entry"
          style={{ borderLeftColor: stageColour(definition.stage) }}
          disabled={!editable}
          onClick={() => !wasDragged() && addNode(definition.type)}
          {...drag}
        >
          {definition.title}
        </button>
      </Tooltip>
      {at &&
        createPortal(
          <div className="sc-palette-ghost" style={{ left: at.x, top: at.y }}>
            <StageIcon stage={definition.stage} />
            {definition.title}
          </div>,
          document.body,
        )}
    </>
  )
}
