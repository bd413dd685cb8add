import { Panel, useReactFlow } from '@xyflow/react'
import { IconArrowsMaximize, IconNote, IconSitemap, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { uiStore } from '@/state/uiStore'
import { fitOptions } from './useView'
import { tidyCanvas, writeNote } from './commands'

/** Zoom, fit, tidy and notes, in the corner of the canvas. */
export function CanvasControls() {
  const flow = useReactFlow()
  return (
    <Panel position="bottom-left" className="sc-controls">
      <Control title="Zoom in" onClick={() => void flow.zoomIn({ duration: 120 })}>
        <IconZoomIn size={16} />
      </Control>
      <Control title="Zoom out" onClick={() => void flow.zoomOut({ duration: 120 })}>
        <IconZoomOut size={16} />
      </Control>
      <Control title="Fit view (F)" onClick={() => void flow.fitView({ ...fitOptions, duration: 250 })}>
        <IconArrowsMaximize size={16} />
      </Control>
      <Control title="Tidy layout (Shift+A)" onClick={tidyCanvas}>
        <IconSitemap size={16} />
      </Control>
      <Control title="Add a note (N)" onClick={() => writeNote(uiStore.getState().viewCentre)}>
        <IconNote size={16} />
      </Control>
    </Panel>
  )
}

function Control({ title, onClick, children }: { title: string; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" aria-label={title.replace(/ \(.*\)$/, '')} title={title} onClick={onClick}>
      {children}
    </button>
  )
}
