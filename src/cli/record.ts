import type { Json } from '@/base/json'
import { describe } from '@/contract/errors'
import type { EngineEvent, StepResult } from '@/contract/events'
import type { Definitions } from '@/contract/node'
import type { Workflow } from '@/document/schema'
import { evaluationIn } from '@/history/evaluations'
import { makeIteration } from '@/history/makeIteration'

/** The record that `run` prints: what the app keeps of an iteration, without the previews. */
export function makeRecord(
  workflow: Workflow,
  events: readonly EngineEvent[],
  definitions: Definitions,
): Json {
  const finished = events.find((event) => event.kind === 'run-finished')
  if (!finished) throw new Error('the run has not finished')
  const results = events.flatMap((event) => (event.kind === 'step-done' ? [event.result] : []))
  const { outcome, durationMs, backend } = finished
  const iteration = makeIteration(
    { document: workflow, results, outcome, durationMs, backend, cause: { kind: 'person' }, at: Date.now() },
    { id: workflow.id, number: 1, parent: null },
    definitions,
  )
  return {
    workflow: workflow.name,
    at: new Date(iteration.at).toISOString(),
    outcome: iteration.outcome,
    seed: iteration.seed,
    backend: iteration.backend,
    data: iteration.data,
    metrics: iteration.metrics,
    verdicts: verdictsOf(results),
    warnings: warningsOf(results),
    errors: errorsOf(events),
    durationMs: iteration.durationMs,
    durations: iteration.durations,
  }
}

function verdictsOf(results: readonly StepResult[]): { [node: string]: Json } {
  const judged = results.filter((result) => evaluationIn(result)?.verdict)
  return Object.fromEntries(
    judged.map((result) => [result.node, evaluationIn(result)!.verdict as unknown as Json]),
  )
}

const warningsOf = (results: readonly StepResult[]): Json =>
  results.flatMap((result) => result.warnings.map((warning) => ({ node: result.node, text: warning.text })))

function errorsOf(events: readonly EngineEvent[]): Json {
  return events.flatMap((event) => {
    if (event.kind !== 'step-failed') return []
    return [{ node: event.node, kind: event.error.kind, ...describe(event.error) }]
  })
}
