import { describe, expect, it } from 'vitest'
import { StepFailure } from '@/contract/errors'
import type { TrainJob } from '@/contract/run'
import type { Dataset } from '@/values/dataset'
import type { Model } from '@/values/model'
import { createComputeWorker, type ComputeWorker } from './computeWorker'
import { createPool, poolSize } from './pool'
import type { ToCompute } from './protocol'
import { fakeWorker, settle, type FakeWorker } from './worker.fixture'

const dataset = { kind: 'dataset', raw: { rowCount: 0, columns: [] } } as unknown as Dataset
const job = (seed: number): TrainJob => ({
  dataset,
  seed,
  learner: {} as never,
  rows: new Int32Array(0),
  validationRows: null,
})
const modelOf = (seed: number) => ({ fingerprint: `model ${seed}` }) as Model
const pulse = (signal = new AbortController().signal) => ({
  signal,
  breathe: () => Promise.resolve(),
  progress: () => undefined,
})
const names = (models: Model[]) => models.map((model) => model.fingerprint)

/** Finishes each job after as many turns as `turns` says. */
function slowWorker(turns: (seed: number) => number, failing: number[] = []): ComputeWorker {
  return {
    ready: () => Promise.resolve(),
    async train({ seed }, signal) {
      for (let i = 0; i < turns(seed); i++) await settle()
      if (signal.aborted) throw new StepFailure({ kind: 'cancelled' })
      if (failing.includes(seed))
        throw new StepFailure({ kind: 'parameter', parameter: String(seed), problem: '', advice: '' })
      return modelOf(seed)
    },
    dispose: () => undefined,
  }
}

/** What the thread itself does is one more of the same workers. */
function poolOf(size: number, create: () => ComputeWorker) {
  const own = create()
  return createPool({
    catalog: { learner: () => ({}) } as never,
    backend: Promise.resolve({ name: 'fake', problem: null }),
    size,
    create,
    train: (job, context) => own.train(job, context.signal),
  })
}

describe('the pool', () => {
  it('gives models in the order of the jobs, whichever is done first', async () => {
    for (const size of [0, 1, 3]) {
      const pool = poolOf(size, () => slowWorker((seed) => 6 - seed))
      const counts: number[] = []
      const models = await pool.trainAll([1, 2, 3, 4, 5].map(job), pulse(), (done) => counts.push(done))
      expect(names(models)).toEqual([1, 2, 3, 4, 5].map((seed) => `model ${seed}`))
      expect(counts).toEqual([1, 2, 3, 4, 5])
    }
  })

  it('reports the failure that would have come first in turn, whatever its size', async () => {
    for (const size of [0, 1, 3]) {
      for (const slow of [2, 3]) {
        const pool = poolOf(size, () => slowWorker((seed) => (seed === slow ? 9 : 1), [2, 3]))
        const models = pool.trainAll([1, 2, 3, 4].map(job), pulse())
        await expect(models).rejects.toMatchObject({ reason: { parameter: '2' } })
      }
    }
  })

  it('goes on in a search when a job fails, and gives its reason in its place, whatever its size', async () => {
    for (const size of [0, 1, 3]) {
      const pool = poolOf(size, () => slowWorker(() => 1, [2]))
      const results = await pool.trainEach([1, 2, 3].map(job), pulse())
      const told = results.map((one) => ('error' in one ? one.error.kind : one.fingerprint))
      expect(told).toEqual(['model 1', 'parameter', 'model 3'])
    }
  })

  it('fails a search for an internal error, whatever its size, as one thread does', async () => {
    for (const size of [0, 1, 3])
      for (const seeds of [[1, 2, 3], [2]]) {
        const pool = poolOf(size, () => ({
          ...slowWorker(() => 1),
          train: async ({ seed }) => {
            await settle()
            if (seed === 2) throw new StepFailure({ kind: 'bug', message: 'boom' })
            return modelOf(seed)
          },
        }))
        await expect(pool.trainEach(seeds.map(job), pulse())).rejects.toMatchObject({
          reason: { kind: 'bug', message: 'boom' },
        })
      }
  })

  it('gives a job whose worker was lost to a new one, once', async () => {
    const tried: number[] = []
    const losing = (times: number): ComputeWorker => ({
      ...slowWorker(() => 1),
      train: async ({ seed }) => {
        await settle()
        if (seed === 2 && tried.push(seed) <= times)
          throw new StepFailure({ kind: 'worker-lost', reason: 'out of memory' })
        return modelOf(seed)
      },
    })
    for (const size of [1, 3]) {
      tried.length = 0
      await expect(poolOf(size, () => losing(1)).trainAll([1, 2, 3].map(job), pulse())).resolves.toHaveLength(
        3,
      )
      expect(tried).toEqual([2, 2])
      tried.length = 0
      const results = await poolOf(size, () => losing(9)).trainEach([1, 2, 3].map(job), pulse())
      expect(results[1]).toEqual({ error: { kind: 'worker-lost', reason: 'out of memory' } })
      expect(tried).toEqual([2, 2])
    }
  })

  it('starts no more workers than there are jobs, and keeps them', async () => {
    let started = 0
    const pool = poolOf(4, () => (started++, slowWorker(() => 1)))
    started = 0
    await pool.trainAll([1, 2, 3].map(job), pulse())
    await pool.trainAll([1, 2, 3].map(job), pulse())
    expect(started).toBe(2)
  })

  it('has up to three workers beside the thread itself, none on a single core', () => {
    expect([0, 1, 2, 3, 16].map(poolSize)).toEqual([0, 0, 1, 2, 3])
  })

  it('does not wait for a worker that never starts', async () => {
    let sick = 0
    const pool = poolOf(2, () => ({ ...slowWorker(() => 1), ready: () => new Promise(() => sick++) }))
    await expect(pool.trainAll([1, 2, 3].map(job), pulse())).resolves.toHaveLength(3)
    expect(sick).toBe(2)
  })

  it('throws “cancelled” when the run is cancelled', async () => {
    const controller = new AbortController()
    const pool = poolOf(2, () => slowWorker(() => 3))
    const models = pool.trainAll([1, 2, 3].map(job), pulse(controller.signal))
    controller.abort()
    await expect(models).rejects.toMatchObject({ reason: { kind: 'cancelled' } })
  })
})

describe('a compute worker', () => {
  const start = (behave: (message: ToCompute, worker: FakeWorker) => void) => {
    const fakes: FakeWorker[] = []
    const worker = createComputeWorker(() => {
      const fake = fakeWorker(behave)
      fakes.push(fake)
      return fake
    })
    return { worker, fakes }
  }
  const trains = (message: ToCompute, worker: FakeWorker) => {
    if (message.kind === 'train')
      worker.say({ kind: 'trained', id: message.id, model: modelOf(message.job.seed) })
  }
  const never = new AbortController().signal

  it('is sent a dataset once for all jobs on it', async () => {
    const { worker, fakes } = start(trains)
    await worker.train(job(1), never)
    await worker.train(job(2), never)
    await worker.train({ ...job(3), dataset: { ...dataset } }, never)
    expect(fakes[0].heard.map((message) => message.kind)).toEqual([
      'dataset',
      'train',
      'train',
      'dataset',
      'train',
    ])
  })

  it('brings the reason of a failed job back', async () => {
    const { worker } = start((message, fake) => {
      if (message.kind === 'train') fake.say({ kind: 'failed', id: message.id, error: { kind: 'no-target' } })
    })
    await expect(worker.train(job(1), never)).rejects.toMatchObject({ reason: { kind: 'no-target' } })
  })

  it('fails its job when it breaks, and takes the next in a new worker', async () => {
    const { worker, fakes } = start((message, fake) => fakes.length > 1 && trains(message, fake))
    const lost = worker.train(job(1), never)
    await settle()
    fakes[0].onerror?.({ message: 'boom' } as ErrorEvent)
    await expect(lost).rejects.toMatchObject({ reason: { kind: 'worker-lost', reason: 'boom' } })
    await expect(worker.train(job(2), never)).resolves.toEqual(modelOf(2))
    expect(fakes[1].heard.map((message) => message.kind)).toEqual(['dataset', 'train'])
  })

  it('is ended when a cancelled job does not stop', async () => {
    const { worker, fakes } = start(() => undefined)
    const controller = new AbortController()
    const cancelled = worker.train(job(1), controller.signal)
    controller.abort()
    await expect(cancelled).rejects.toMatchObject({ reason: { kind: 'cancelled' } })
    expect(fakes[0].terminated).toBe(true)
  })
})
