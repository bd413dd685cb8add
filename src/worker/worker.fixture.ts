import type { EngineEvent } from '@/contract/events'
import type { Plan, Step } from '@/plan/types'
import type { WorkerLike } from './line'

/** A Worker whose other side is a function in this process; messages really are cloned and really arrive later. */
export interface FakeWorker extends WorkerLike {
  /** Says something to the owner of the worker. */
  say(message: unknown): void
  heard: { kind: string }[]
  terminated: boolean
}

export function fakeWorker(onMessage: (message: never, worker: FakeWorker) => void): FakeWorker {
  const { port1, port2 } = new MessageChannel()
  const worker: FakeWorker = {
    postMessage: (message) => port1.postMessage(message),
    terminate() {
      worker.terminated = true
      port1.close()
    },
    set onmessage(listener: ((event: MessageEvent) => void) | null) {
      port1.onmessage = listener
    },
    onerror: null,
    onmessageerror: null,
    say: (message) => port2.postMessage(message),
    heard: [],
    terminated: false,
  }
  port2.onmessage = ({ data }: MessageEvent) => {
    worker.heard.push(data as { kind: string })
    onMessage(data as never, worker)
  }
  return worker
}

/** Lets every message that is on its way arrive. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve))
}

export const step = (node: string, from: string[] = []): Step => ({
  node,
  type: 'prepare/fake',
  stage: 'prepare',
  key: `key of ${node}`,
  params: {},
  inputs: [{ port: 'data', many: true, from: from.map((source) => ({ node: source, port: 'data' })) }],
})

export const planOf = (...steps: Step[]): Plan => ({ seed: 1, steps, errors: [] })

export const finished = (outcome: 'done' | 'cancelled'): EngineEvent => ({
  kind: 'run-finished',
  outcome,
  durationMs: 1,
  backend: 'fake',
})
