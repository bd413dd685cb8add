import { useState } from 'react'
import type { WorkflowNode } from '@/document/schema'
import { Badge } from '@/kit/Notice'
import type { AnyView } from '@/kit/view'
import { documentStore } from '@/state/documentStore'
import { useRun } from '@/state/runStore'
import { nodeState, titleOf } from '@/state/selectors'
import type { NodeRun, NodeState } from '@/state/types'
import { Boundary } from '../boundary/Boundary'
import { EnlargeButton } from './EnlargeButton'
import { ResultTabs } from './ResultTabs'
import { StateBanner } from './StateBanner'
import { useNodeView } from './useNodeView'

/** Heading, verdict, state and tabs of one node. */
export function NodeResults({ node }: { node: WorkflowNode }) {
  const view = useNodeView(node.type)
  const run = useRun((state) => state.nodes.get(node.id))
  const state = useRun((current) => nodeState(node.id, documentStore.getState(), current))
  const [chosen, onChoose] = useState<string | null>(null)
  const tabs = { node, view, result: run?.result ?? null, old: state !== 'done', chosen, onChoose }
  return (
    <>
      <div className="sc-results-head">
        <h2>Results · {titleOf(node)}</h2>
        <Boundary key={run?.result?.key} what="The verdict" place={unreadable}>
          <ResultBadge view={view} run={run} state={state} />
        </Boundary>
        <EnlargeButton {...tabs} />
      </div>
      <StateBanner node={node.id} state={state} run={run} view={view} />
      <ResultTabs {...tabs} />
    </>
  )
}

const unreadable = () => <Badge text="Verdict not readable" tone="quiet" />

interface ResultBadgeProps {
  view: AnyView | null
  run: NodeRun | undefined
  state: NodeState
}

/** The verdict counts only while it belongs to what is on the canvas. */
function ResultBadge({ view, run, state }: ResultBadgeProps) {
  if (!run?.result || state === 'running') return null
  const badge = view?.badge?.(run.result.preview) ?? null
  return badge && <Badge text={badge.text} tone={state === 'done' ? badge.tone : 'quiet'} />
}
