import '@/kit/kit.css'
import { Modal } from '@mantine/core'
import { lazy, Suspense, useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { compareIterations } from '@/history/compare'
import type { Iteration } from '@/history/types'
import { definitions } from '@/nodes/definitions'
import { showDialog } from '@/state/actions'
import { useHistory } from '@/state/historyStore'
import { useUi } from '@/state/uiStore'
import { titleOf } from '@/state/selectors'
import { DurationsLine, FactsTable, MetricsTable } from './ComparisonTables'

const OverlaidCurves = lazy(() => import('./OverlaidCurves'))

/** Two or more iterations side by side: only what differs. */
export function CompareDialog() {
  const opened = useUi(({ dialog }) => dialog?.kind === 'compare')
  const iterations = useHistory(
    useShallow(({ iterations, compared }) => iterations.filter(({ id }) => compared.includes(id))),
  )
  const numbers = iterations.map((iteration) => iteration.number).join(', ')
  return (
    <Modal opened={opened} onClose={() => showDialog(null)} title={`Compare iterations ${numbers}`} size="xl">
      {iterations.length < 2 ? (
        <p className="kit-quiet">Tick two or more iterations in the history to compare them.</p>
      ) : (
        <ComparisonView iterations={iterations} />
      )}
    </Modal>
  )
}

function ComparisonView({ iterations }: { iterations: Iteration[] }) {
  const comparison = useMemo(() => compareIterations(iterations, definitions), [iterations])
  const titles = useMemo(
    () =>
      new Map(iterations.flatMap(({ workflow }) => workflow.nodes.map((node) => [node.id, titleOf(node)]))),
    [iterations],
  )
  return (
    <div className="kit-stack">
      <FactsTable facts={comparison.facts} iterations={iterations} />
      <MetricsTable
        metrics={comparison.metrics}
        iterations={iterations}
        titleOf={(id) => titles.get(id) ?? id}
      />
      <Suspense fallback={null}>
        <OverlaidCurves iterations={iterations} />
      </Suspense>
      <DurationsLine comparison={comparison} />
    </div>
  )
}
