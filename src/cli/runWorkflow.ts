import { formatDuration } from '@/base/format'
import { describe } from '@/contract/errors'
import type { EngineEvent } from '@/contract/events'
import type { Workflow } from '@/document/schema'
import { nodeTitle } from '@/document/titles'
import { makeCache } from '@/engine/cache'
import { execute } from '@/engine/execute'
import { catalog } from '@/nodes/catalog'
import { definitions } from '@/nodes/definitions'
import { runs } from '@/nodes/runs'
import type { Plan } from '@/plan/types'
import { makeContext } from '@/worker/context'
import { createPool } from '@/worker/pool'
import type { Secret } from '@/worker/network'
import { startBackend } from './backend'
import { createCliHost } from './host'

export interface RunOptions {
  /** Told the progress, a line at a time. */
  say(line: string): void
  /** Origins that the workflow may send requests to. */
  origins?: readonly string[]
  /** By the origin that they are for. */
  secrets?: ReadonlyMap<string, Secret>
}

/** Runs a plan in this process, every step in turn. */
export async function runWorkflow(
  workflow: Workflow,
  plan: Plan,
  { say, ...network }: RunOptions,
): Promise<EngineEvent[]> {
  const events: EngineEvent[] = []
  const backend = await startBackend()
  const pool = createPool({ catalog, backend: Promise.resolve(backend), size: 0, create: noWorkers })
  const host = createCliHost(workflow.files, network)
  const titles = new Map(workflow.nodes.map((node) => [node.id, nodeTitle(node, definitions)]))
  await execute({
    plan,
    runs,
    cache: makeCache(Infinity),
    signal: new AbortController().signal,
    backend: backend.name,
    // Nobody is there to be asked, and a terminal may take its time.
    contextFor: (step, pulse) =>
      makeContext({ step: { ...step, anyway: true }, pulse, seed: plan.seed, catalog, pool, host, backend }),
    emit(event) {
      events.push(event)
      const line = lineFor(event, titles)
      if (line !== null) say(line)
    },
  })
  return events
}

function noWorkers(): never {
  throw new Error('the command line has no compute workers')
}

/** What a person at a terminal hears of an event. */
function lineFor(event: EngineEvent, titles: ReadonlyMap<string, string>): string | null {
  switch (event.kind) {
    case 'step-done':
      return `${titles.get(event.result.node)}: ${event.result.figure} (${formatDuration(event.result.durationMs)})`
    case 'step-failed':
      return `${titles.get(event.node)}: ${Object.values(describe(event.error)).join(' ')}`
    case 'step-blocked':
      return `${titles.get(event.node)}: waits for ${titles.get(event.by)}, which failed.`
    case 'run-finished':
      return `Run ${event.outcome} in ${formatDuration(event.durationMs)}.`
    default:
      return null
  }
}
