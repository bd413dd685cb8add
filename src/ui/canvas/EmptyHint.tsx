import { Button } from '@mantine/core'
import { showDialog } from '@/state/actions'
import { useDocument } from '@/state/documentStore'
import { uiStore } from '@/state/uiStore'
import { canvasView } from './view'

/** What to do on an empty canvas. */
export function EmptyHint() {
  const empty = useDocument(({ document }) => document.nodes.length + document.notes.length === 0)
  if (!empty) return null
  return (
    <div className="sc-empty">
      <h2>An empty canvas</h2>
      <p>Drop a CSV file here, or press a node in the palette.</p>
      <p>Drag from port to port to wire nodes, then press Run.</p>
      <p>Space lists all nodes; ? lists all shortcuts.</p>
      <div className="sc-empty-buttons">
        <Button variant="filled" onClick={() => showDialog({ kind: 'examples' })}>
          Start from an example
        </Button>
        <Button onClick={offerNode}>Add a node</Button>
      </div>
    </div>
  )
}

function offerNode(): void {
  const at = uiStore.getState().viewCentre
  const screen = canvasView()?.toScreen(at) ?? { x: 0, y: 0 }
  showDialog({ kind: 'add-node', at, screen, from: null })
}
