import type { Catalog } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import type { TrainJob } from '@/contract/run'
import { trainModel, type TrainContext } from '@/ml/train'
import type { Model } from '@/values/model'
import type { Backend } from './backend'
import type { ComputeWorker } from './computeWorker'

export interface Pool {
  /** Models in the order of the jobs. @throws StepFailure of the first job, in order, that failed. */
  trainAll(jobs: TrainJob[], pulse: Pulse, onDone?: (finished: number) => void): Promise<Model[]>
}

export interface PoolOptions {
  catalog: Catalog
  backend: Promise<Backend>
  /** Number of compute workers beside this one; 0 trains everything here. */
  size: number
  create(): ComputeWorker
  /** Given by tests. */
  train?: typeof trainModel
}

/** With this thread, as many as the device has cores, at most 4. */
export const poolSize = (cores: number): number => Math.max(0, Math.min(cores, 4) - 1)

/**
 * Trains jobs side by side, in this thread and in compute workers, which are started by the first call that needs
 * them. Neither the results nor the failure reported depend on how many there are.
 */
export function createPool({ catalog, backend, size, create, train = trainModel }: PoolOptions): Pool {
  const workers: ComputeWorker[] = []
  return {
    async trainAll(jobs, pulse, onDone) {
      const context = { ...pulse, catalog, backend: (await backend).name }
      if (jobs.length === 1) return [await train(jobs[0], context)]
      while (workers.length < Math.min(size, jobs.length - 1)) workers.push(create())
      return trainSideBySide(jobs, { places: [here(train, context), ...workers], pulse, onDone })
    },
  }
}

type Place = Pick<ComputeWorker, 'ready' | 'train'>

/** This thread as a place to train. The progress of one of many jobs says nothing about the whole: `onDone` does. */
function here(train: typeof trainModel, context: TrainContext): Place {
  return {
    ready: () => Promise.resolve(),
    train(job, signal) {
      const breathe = () => (signal.aborted ? failStep({ kind: 'cancelled' }) : context.breathe())
      return train(job, { ...context, signal, breathe, progress: () => undefined })
    },
  }
}

interface SideBySide {
  /** The first one is ready at once. */
  places: Place[]
  pulse: Pulse
  onDone?: (finished: number) => void
}

async function trainSideBySide(jobs: TrainJob[], { places, pulse, onDone }: SideBySide): Promise<Model[]> {
  const models: Model[] = new Array<Model>(jobs.length)
  const controllers = jobs.map(() => new AbortController())
  const cancelAll = () => controllers.forEach((controller) => controller.abort())
  let next = 0
  let finished = 0
  let failure: { job: number; reason: unknown } | null = null
  const noteFailure = (job: number, reason: unknown) => {
    if (failure && failure.job < job) return
    failure = { job, reason }
    // Earlier jobs go on: had they been trained in turn, their failure would have come first.
    controllers.slice(job + 1).forEach((controller) => controller.abort())
  }
  const work = async (place: Place) => {
    while (next < jobs.length && !failure && !pulse.signal.aborted) {
      const job = next++
      try {
        models[job] = await place.train(jobs[job], controllers[job].signal)
        onDone?.(++finished)
      } catch (reason) {
        noteFailure(job, reason)
      }
    }
  }
  pulse.signal.addEventListener('abort', cancelAll, { once: true })
  // A worker that is still starting is not waited for once the first place finds nothing left to do.
  const first = work(places[0])
  const join = async (place: Place) => {
    await Promise.race([place.ready(), first])
    await work(place)
  }
  await Promise.all([first, ...places.slice(1).map(join)])
  pulse.signal.removeEventListener('abort', cancelAll)
  if (pulse.signal.aborted) failStep({ kind: 'cancelled' })
  if (failure) throw (failure as { reason: unknown }).reason
  return models
}
