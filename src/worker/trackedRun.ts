import type { EngineEvent, RunOutcome } from '@/contract/events'
import type { Plan } from '@/plan/types'

/** What the page knows of a run that goes on in the worker. */
export interface TrackedRun {
  id: number
  plan: Plan
  startedAt: number
  /** The step that runs now. */
  current: string | null
  /** Resolves with the run. */
  over: Promise<RunOutcome>
  /** Steps that are over, in whatever way. */
  settled: Set<string>
  /** Set once the run is being cancelled. */
  graceTimer: ReturnType<typeof setTimeout> | null
  note(event: EngineEvent): void
  finish(outcome: RunOutcome): void
}

export function trackRun(id: number, plan: Plan): TrackedRun {
  let finish: (outcome: RunOutcome) => void = () => undefined
  const over = new Promise<RunOutcome>((resolve) => (finish = resolve))
  const settled = new Set<string>()
  return {
    id,
    plan,
    startedAt: performance.now(),
    current: null,
    over,
    settled,
    graceTimer: null,
    note(event) {
      if (event.kind === 'step-started') this.current = event.node
      const node = endedNode(event)
      if (node === null) return
      settled.add(node)
      if (this.current === node) this.current = null
    },
    finish: (outcome) => finish(outcome),
  }
}

function endedNode(event: EngineEvent): string | null {
  if (event.kind === 'step-done') return event.result.node
  return event.kind === 'step-failed' || event.kind === 'step-blocked' ? event.node : null
}

/** What the engine would have said, had it been able to: the step that ran has failed, and what hangs below it waits. */
export function failureEvents(run: TrackedRun, reason: string, outcome: RunOutcome): EngineEvent[] {
  const durationMs = performance.now() - run.startedAt
  const finished: EngineEvent = { kind: 'run-finished', outcome, durationMs, backend: '' }
  const open = run.plan.steps.filter((step) => !run.settled.has(step.node))
  const failed = open.find((step) => step.node === run.current) ?? open[0]
  if (outcome === 'cancelled' || !failed) return [finished]
  const broken = new Set([failed.node])
  const blocked = open.filter((step) => {
    const waits = step.inputs.some((input) => input.from.some((end) => broken.has(end.node)))
    if (waits) broken.add(step.node)
    return waits
  })
  return [
    { kind: 'step-failed', node: failed.node, key: failed.key, error: { kind: 'worker-lost', reason } },
    ...blocked.map((step): EngineEvent => ({ kind: 'step-blocked', node: step.node, by: failed.node })),
    finished,
  ]
}
