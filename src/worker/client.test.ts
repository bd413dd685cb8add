import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EngineEvent } from '@/contract/events'
import { createEngineClient } from './client'
import type { ToEngine } from './protocol'
import { fakeWorker, finished, planOf, settle, step, type FakeWorker } from './worker.fixture'

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    }),
)
afterEach(() => void vi.useRealTimers())

/** Time passes in steps, with messages arriving in between, as they do in a page that is not held up. */
async function pass(ms: number): Promise<void> {
  for (let at = 0; at < ms; at += 50) {
    vi.advanceTimersByTime(50)
    await settle()
  }
}

type Behaviour = (message: ToEngine, worker: FakeWorker) => void

const obedient: Behaviour = (message, worker) => {
  if (message.kind === 'run') worker.say({ kind: 'event', run: message.run, event: finished('done') })
  if (message.kind === 'export') worker.say({ kind: 'exported', id: message.id, bytes: new Uint8Array([7]) })
}

const starts =
  (node: string): Behaviour =>
  (message, worker) => {
    if (message.kind !== 'run') return
    worker.say({ kind: 'event', run: message.run, event: { kind: 'run-started', steps: [node] } })
    worker.say({ kind: 'event', run: message.run, event: { kind: 'step-started', node } })
  }

function setUp(...behaviours: Behaviour[]) {
  const workers: FakeWorker[] = []
  const events: EngineEvent[] = []
  const spawn = () => {
    const worker = fakeWorker(behaviours[Math.min(workers.length, behaviours.length - 1)])
    workers.push(worker)
    worker.say({ kind: 'beat' })
    return worker
  }
  const infer = () => Promise.resolve({ status: 200, body: 'pong' })
  const client = createEngineClient({ onEvent: (event) => events.push(event), spawn, infer })
  return { client, workers, events, kinds: () => events.map((event) => event.kind) }
}

const chain = planOf(step('a'), step('b', ['a']), step('c', ['b']), step('other'))

describe('the engine client', () => {
  it('runs a plan and passes its events on', async () => {
    const { client, kinds } = setUp(obedient)
    await expect(client.run(chain, [])).resolves.toBe('done')
    expect(kinds()).toEqual(['run-finished'])
  })

  it('waits for a worker that is busy but beats, however long it takes', async () => {
    const { client, workers } = setUp(starts('a'))
    const outcome = client.run(chain, [])
    for (let i = 0; i < 40; i++) {
      await pass(500)
      workers[0].say({ kind: 'beat' })
    }
    expect(workers).toHaveLength(1)
    workers[0].say({ kind: 'event', run: 1, event: finished('done') })
    await expect(outcome).resolves.toBe('done')
  })

  it('fails the run within 5 s when the worker falls silent, and blames the step that ran', async () => {
    const { client, workers, events } = setUp(starts('b'), obedient)
    const outcome = client.run(chain, [])
    await pass(4500)
    await expect(outcome).resolves.toBe('failed')
    expect(workers[0].terminated).toBe(true)
    expect(events.slice(2)).toMatchObject([
      {
        kind: 'step-failed',
        node: 'b',
        key: 'key of b',
        error: { kind: 'worker-lost', reason: 'the worker no longer answers' },
      },
      { kind: 'step-blocked', node: 'c', by: 'b' },
      { kind: 'run-finished', outcome: 'failed' },
    ])
  })

  it('runs again in a new worker after one was lost', async () => {
    const { client, workers } = setUp(starts('a'), obedient)
    const lost = client.run(chain, [])
    await pass(4500)
    await expect(lost).resolves.toBe('failed')
    await expect(client.run(chain, [])).resolves.toBe('done')
    expect(workers).toHaveLength(2)
  })

  it('does not blame the worker when the page itself was held up', async () => {
    const { client, workers } = setUp(starts('a'))
    void client.run(chain, [])
    await settle()
    vi.setSystemTime(Date.now())
    const now = performance.now()
    const clock = vi.spyOn(performance, 'now').mockReturnValue(now + 60_000)
    vi.advanceTimersByTime(250)
    clock.mockRestore()
    expect(workers[0].terminated).toBe(false)
  })

  it('fails the run at once when the worker reports that it broke', async () => {
    const { client, workers, events } = setUp(starts('a'), obedient)
    const outcome = client.run(chain, [])
    await settle()
    workers[0].onerror?.({ message: 'out of memory' } as ErrorEvent)
    await expect(outcome).resolves.toBe('failed')
    expect(events.find((event) => event.kind === 'step-failed')).toMatchObject({
      error: { reason: 'out of memory' },
    })
  })
})

describe('cancelling', () => {
  it('lets a run stop by itself', async () => {
    const { client, workers } = setUp((message, worker) => {
      starts('a')(message, worker)
      if (message.kind === 'cancel')
        worker.say({ kind: 'event', run: message.run, event: finished('cancelled') })
    })
    const outcome = client.run(chain, [])
    await settle()
    await client.cancel()
    await expect(outcome).resolves.toBe('cancelled')
    expect(workers[0].terminated).toBe(false)
  })

  it('ends a worker that does not stop within 500 ms, without calling it a failure', async () => {
    const { client, workers, kinds } = setUp(starts('a'), obedient)
    const outcome = client.run(chain, [])
    await settle()
    const cancelled = client.cancel()
    await pass(450)
    await cancelled
    await expect(outcome).resolves.toBe('cancelled')
    expect(workers.map((worker) => worker.terminated)).toEqual([true, false])
    expect(kinds()).toEqual(['run-started', 'step-started', 'run-finished'])
  })

  it('is done at once when nothing runs', async () => {
    const { client, workers } = setUp(obedient)
    await client.cancel()
    await settle()
    expect(workers[0].heard).toEqual([])
  })

  it('happens to a run when the next is asked for, and only the newest of several starts', async () => {
    const { client, workers } = setUp((message, worker) => {
      if (message.kind === 'run' && message.run > 1) obedient(message, worker)
      if (message.kind === 'cancel')
        worker.say({ kind: 'event', run: message.run, event: finished('cancelled') })
    })
    const runs = [client.run(chain, [])]
    await settle()
    runs.push(client.run(chain, []), client.run(chain, []))
    await expect(Promise.all(runs)).resolves.toEqual(['cancelled', 'cancelled', 'done'])
    expect(workers[0].heard.map((message) => message.kind)).toEqual(['run', 'cancel', 'run'])
  })

  it('passes on nothing that an old run still says', async () => {
    const { client, workers, events } = setUp((message, worker) => {
      if (message.kind === 'run' && message.run === 1) obedient(message, worker)
    })
    await client.run(chain, [])
    void client.run(chain, [])
    await settle()
    events.length = 0
    workers[0].say({ kind: 'event', run: 1, event: { kind: 'step-started', node: 'a' } })
    workers[0].say({ kind: 'event', run: 2, event: { kind: 'step-started', node: 'b' } })
    await settle()
    expect(events).toEqual([{ kind: 'step-started', node: 'b' }])
  })
})

describe('other calls', () => {
  it('brings the CSV of a value, and null from a worker that is lost', async () => {
    const { client } = setUp(obedient)
    await expect(client.exportCsv('a', 'data')).resolves.toEqual(new Uint8Array([7]))
    const deaf = setUp(() => undefined)
    const bytes = deaf.client.exportCsv('a', 'data')
    await pass(4500)
    await expect(bytes).resolves.toBeNull()
  })

  it('brings a CSV while a run waits its turn, and the run still starts', async () => {
    const { client } = setUp((message, worker) => {
      if (message.kind !== 'run' || message.run > 1) obedient(message, worker)
      if (message.kind === 'cancel')
        worker.say({ kind: 'event', run: message.run, event: finished('cancelled') })
    })
    void client.run(chain, [])
    await settle()
    const second = client.run(chain, [])
    await expect(client.exportCsv('a', 'data')).resolves.toEqual(new Uint8Array([7]))
    await expect(second).resolves.toBe('done')
  })

  it('asks the endpoint for the worker', async () => {
    const { workers } = setUp(() => undefined)
    workers[0].say({ kind: 'ask', id: 3, name: 'penguins', request: {} })
    await settle()
    expect(workers[0].heard).toEqual([{ kind: 'answer', id: 3, reply: { status: 200, body: 'pong' } }])
  })
})
