import '@/kit/kit.css'
import './results.css'
import { Suspense, useDeferredValue } from 'react'
import { useDocument } from '@/state/documentStore'
import { useRun } from '@/state/runStore'
import { useUi } from '@/state/uiStore'
import { Boundary } from '../boundary/Boundary'
import { NodeResults } from './NodeResults'
import { RowPickingProvider } from './SelectionBar'
import { shownNode } from './shownNode'

/** What the focused node has found, as pictures, tables and words. */
export function Results() {
  const focused = useUi((state) => state.focused)
  const document = useDocument((state) => state.document)
  const wanted = useRun((run) => shownNode(focused, document, run))
  // Drawn in slices between other work, unless there is nothing yet: the first chart is what a visitor waits for.
  const id = useDeferredValue(wanted) ?? wanted
  const node = document.nodes.find((candidate) => candidate.id === id)
  return (
    <div className="sc-results">
      {node ? (
        <Boundary key={node.id} what="The result of this node">
          <Suspense fallback={<h2 className="kit-quiet">Results</h2>}>
            <RowPickingProvider>
              <NodeResults node={node} />
            </RowPickingProvider>
          </Suspense>
        </Boundary>
      ) : (
        <NothingYet empty={document.nodes.length === 0} />
      )}
    </div>
  )
}

function NothingYet({ empty }: { empty: boolean }) {
  return (
    <>
      <div className="sc-results-head">
        <h2>Results</h2>
      </div>
      <p className="kit-quiet">
        {empty
          ? 'Add a node from the palette, or open an example. Its charts and tables appear here.'
          : 'Press Run, then select a node: its charts and tables appear here.'}
      </p>
    </>
  )
}
