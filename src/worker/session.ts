import type { Catalog } from '@/contract/catalog'
import type { Host, InferReply, Runs } from '@/contract/run'
import type { WorkflowFile } from '@/document/schema'
import { makeCache } from '@/engine/cache'
import { execute } from '@/engine/execute'
import type { Plan } from '@/plan/types'
import type { Backend } from './backend'
import { makeContext } from './context'
import { exportValue } from './exportValue'
import type { Pool } from './pool'
import type { FromEngine, ToEngine } from './protocol'

/** What the engine worker is made of; tests give their own. */
export interface SessionParts {
  post(message: FromEngine): void
  runs: Runs
  catalog: Catalog
  backend: Promise<Backend>
  pool: Pool
  hostFor(
    files: WorkflowFile[],
    ask: Host['infer'],
    workflow: Plan['workflow'],
    origins: readonly string[],
  ): Host
  /** Bytes of values that may be kept between runs. */
  cacheBytes: number
}

/** The engine worker without its Worker: answers messages, owns values and cache. */
export function createSession(parts: SessionParts): (message: ToEngine) => void {
  const { catalog, pool } = parts
  const cache = makeCache(parts.cacheBytes)
  const newestKeys = new Map<string, string>()
  const waiting = new Map<number, (reply: InferReply) => void>()
  let current: { run: number; controller: AbortController } | null = null
  let asked = 0

  const ask: Host['infer'] = (name, request, version) =>
    new Promise<InferReply>((resolve) => {
      waiting.set(++asked, resolve)
      parts.post({ kind: 'ask', id: asked, name, request, ...(version === undefined ? {} : { version }) })
    })

  const run = async ({ run: id, plan, files, origins }: ToEngine & { kind: 'run' }) => {
    const controller = new AbortController()
    current = { run: id, controller }
    const host = parts.hostFor(files, ask, plan.workflow, origins)
    const backend = await parts.backend
    await execute({
      plan,
      runs: parts.runs,
      cache,
      signal: controller.signal,
      backend: backend.name,
      contextFor: (step, pulse) =>
        makeContext({ step, pulse, seed: plan.seed, catalog, pool, host, backend }),
      emit(event) {
        if (event.kind === 'step-done') newestKeys.set(event.result.node, event.result.key)
        parts.post({ kind: 'event', run: id, event })
      },
    })
  }

  return (message) => {
    if (message.kind === 'run') void run(message)
    else if (message.kind === 'cancel') {
      if (current?.run === message.run) current.controller.abort()
    } else if (message.kind === 'export') {
      const entry = cache.get(newestKeys.get(message.node) ?? '')
      const bytes = exportValue(entry, message.port, message.purpose)
      parts.post({ kind: 'exported', id: message.id, bytes })
    } else {
      waiting.get(message.id)?.(message.reply)
      waiting.delete(message.id)
    }
  }
}
