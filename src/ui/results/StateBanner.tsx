import { Progress } from '@mantine/core'
import { asksPerson, describe, type StepError } from '@/contract/errors'
import { runsByItself } from '@/contract/node'
import type { StageId } from '@/contract/stages'
import { Notice } from '@/kit/Notice'
import type { AnyView } from '@/kit/view'
import { definitions } from '@/nodes/definitions'
import { documentStore, useDocument } from '@/state/documentStore'
import { failedBefore } from '@/state/failedBefore'
import { looseAdvice } from '@/state/loose'
import { waitingSteps } from '@/state/planning'
import { useRun } from '@/state/runStore'
import { currentError, titleOf } from '@/state/selectors'
import type { DocumentState, NodeRun, NodeState } from '@/state/types'
import { AllowOrigin } from './AllowOrigin'
import { ShowNode } from './ShowNode'
import { TooMuch } from './TooMuch'
import { UseClosest } from './UseClosest'
import { ViewBoundary } from './ViewBoundary'

interface StateBannerProps {
  node: string
  state: NodeState
  run: NodeRun | undefined
  view: AnyView | null
}

/** What stands between the person and a fresh result, and what to do about it; nothing when it is fresh. */
export function StateBanner({ node, state, run, view }: StateBannerProps) {
  const error = useRun((all) => currentError(node, all))
  const failed = useRun((all) => failedBefore(node, documentStore.getState(), all))
  if (state === 'running' && run?.progress) return <Running progress={run.progress} view={view} />
  if (error) return <Failure node={node} error={error} />
  const by = run?.blockedBy ?? (state === 'done' || state === 'needs-input' ? null : failed)
  if (by) return <Blocked by={by} />
  if (state === 'stale') return <NotFresh node={node} tone="warn" cause="From an earlier setting." />
  if (state === 'ready') return <NotFresh node={node} tone="quiet" cause="Not run yet." never />
  if (state === 'not-connected') return <Notice tone="warn" {...looseAdvice} />
  if (state === 'needs-input') return <Missing node={node} />
  return null
}

function Failure({ node, error }: { node: string; error: StepError }) {
  const tone = asksPerson(error) ? 'warn' : 'bad'
  const action = (
    <>
      <AllowOrigin error={error} />
      <UseClosest node={node} error={error} />
      <TooMuch node={node} error={error} />
    </>
  )
  return <Notice tone={tone} {...describe(error)} action={action} />
}

interface NotFreshProps {
  node: string
  tone: 'warn' | 'quiet'
  cause: string
  /** It has no results to bring up to date. */
  never?: boolean
}

function NotFresh({ node, tone, cause, never = false }: NotFreshProps) {
  const waits = useRun(({ plan, nodes }) => waitingSteps(plan, nodes).has(node))
  const advice = useDocument(({ document, mode }) => {
    const type = document.nodes.find(({ id }) => id === node)?.type ?? ''
    return howToRefresh(mode, waits ? undefined : definitions.get(type)?.stage, never)
  })
  return <Notice tone={tone} cause={cause} advice={advice} />
}

function howToRefresh(mode: DocumentState['mode'], stage: StageId | undefined, never: boolean): string {
  if (mode === 'read-only') return 'It is run in the tab that edits this workflow.'
  if (mode === 'inspect') return 'Allow this workflow in the banner above the canvas, then press Run.'
  if (stage && runsByItself(stage)) return 'It runs by itself in a moment.'
  return never ? 'Press Run to see its results.' : 'Press Run to bring it up to date.'
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
      action={<ShowNode node={by} label={`See why at “${title}”`} />}
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
      action={error?.kind === 'blocked' && <ShowNode node={error.by} />}
    />
  )
}
