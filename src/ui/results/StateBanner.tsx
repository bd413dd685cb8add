import { Progress } from '@mantine/core'
import { describe } from '@/contract/errors'
import { Notice } from '@/kit/Notice'
import type { AnyView } from '@/kit/view'
import { useDocument } from '@/state/documentStore'
import { useRun } from '@/state/runStore'
import { titleOf } from '@/state/selectors'
import type { NodeRun, NodeState } from '@/state/types'
import { ViewBoundary } from './ViewBoundary'

interface StateBannerProps {
  node: string
  state: NodeState
  run: NodeRun | undefined
  view: AnyView | null
}

/** What stands between the person and a fresh result, and what to do about it; nothing when it is fresh. */
export function StateBanner({ node, state, run, view }: StateBannerProps) {
  if (state === 'running' && run?.progress) return <Running progress={run.progress} view={view} />
  if (state === 'failed' && run?.error) return <Notice tone="bad" {...describe(run.error.error)} />
  if (run?.blockedBy) return <Blocked by={run.blockedBy} />
  if (state === 'stale')
    return <Notice tone="warn" cause="From an earlier setting." advice="Press Run to bring it up to date." />
  if (state === 'ready')
    return <Notice tone="quiet" cause="Not run yet." advice="Press Run to see its results." />
  if (state === 'needs-input') return <Missing node={node} />
  return null
}

function Running({ progress, view }: { progress: NonNullable<NodeRun['progress']>; view: AnyView | null }) {
  const percent = progress.share === null ? null : Math.round(progress.share * 100)
  return (
    <div className="kit-stack" style={{ gap: 8 }}>
      <p className="kit-quiet">
        {progress.message || 'Running'}
        {percent === null ? '' : ` · ${percent} %`}
      </p>
      <Progress
        size="sm"
        value={percent ?? 100}
        animated={percent === null}
        aria-label="Progress of this step"
      />
      {view?.Live && progress.live !== null && (
        <ViewBoundary>
          <view.Live live={progress.live} />
        </ViewBoundary>
      )}
    </div>
  )
}

function Blocked({ by }: { by: string }) {
  const title = useDocument(({ document }) => {
    const node = document.nodes.find((candidate) => candidate.id === by)
    return node ? titleOf(node) : by
  })
  return (
    <Notice
      tone="warn"
      cause={`Waits for “${title}”, which could not run.`}
      advice="Select that node to see why."
    />
  )
}

function Missing({ node }: { node: string }) {
  const error = useRun((run) => run.plan.errors.find((candidate) => candidate.node === node))
  return (
    <Notice
      tone="quiet"
      cause={error?.sentence ?? 'Not run yet.'}
      advice={error?.advice ?? 'Press Run to see its results.'}
    />
  )
}
