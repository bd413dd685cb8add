import type { Catalog } from '@/contract/catalog'
import { failStep, StepFailure } from '@/contract/errors'
import { quietly, type Pulse } from '@/contract/pulse'
import type { TrainedOrNot, TrainJob } from '@/contract/run'
import { mergeParts, partJobs, reasonOf, trainModel, type TrainContext } from '@/ml/train'
import type { Model } from '@/values/model'
import type { Backend } from './backend'
import type { ComputeWorker } from './computeWorker'

export interface Pool {
  /** Models in the order of the jobs. @throws StepFailure of the first job, in order, that failed. */
  trainAll(jobs: TrainJob[], pulse: Pulse, onDone?: (finished: number) => void): Promise<Model[]>
  /** The same, but a job that fails is no more than its error, and the others go on; an internal error fails all. */
  trainEach(jobs: TrainJob[], pulse: Pulse, onDone?: (finished: number) => void): Promise<TrainedOrNot[]>
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
  const sideBySide = async (
    jobs: TrainJob[],
    wishes: Omit<SideBySide, 'places'>,
  ): Promise<TrainedOrNot[]> => {
    const context = { ...wishes.pulse, catalog, backend: (await backend).name }
    if (jobs.length === 1) return [await alone(jobs[0], context, wishes.keepGoing)]
    while (workers.length < Math.min(size, jobs.length - 1)) workers.push(create())
    return trainSideBySide(jobs, { places: [here(train, context), ...workers], ...wishes })
  }
  const alone = async (job: TrainJob, context: TrainContext, keepGoing: boolean): Promise<TrainedOrNot> => {
    const fitter = catalog.learner(job.learner.type)
    const parts = partJobs(job, fitter)
    const share = (finished: number) => context.progress(partProgress(finished, parts.length))
    try {
      if (parts.length > 1) return mergeParts(await pool.trainAll(parts, context, share), fitter)
      const trainAll: TrainContext['trainAll'] = (jobs, onDone) =>
        pool.trainAll(jobs, quietly(context), onDone)
      return await train(job, { ...context, trainAll })
    } catch (error) {
      if (!keepGoing || context.signal.aborted) throw error
      return { error: reasonOf(error) }
    }
  }
  const pool: Pool = {
    trainAll: (jobs, pulse, onDone) =>
      sideBySide(jobs, { pulse, onDone, keepGoing: false }) as Promise<Model[]>,
    trainEach: (jobs, pulse, onDone) => sideBySide(jobs, { pulse, onDone, keepGoing: true }),
  }
  return pool
}

const partProgress = (finished: number, of: number) => ({
  share: finished / of,
  message: `${finished} of ${of} parts learned`,
})

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
  keepGoing: boolean
}

/**
 * A worker that was lost is replaced and given the job once more: it may have died of what lies outside the job.
 * @throws what ends all jobs.
 */
async function trainOn(
  place: Place,
  job: TrainJob,
  { signal, keepGoing }: { signal: AbortSignal; keepGoing: boolean },
): Promise<TrainedOrNot> {
  try {
    return await place.train(job, signal).catch((error: unknown) => {
      if (signal.aborted || !isLost(error)) throw error
      return place.train(job, signal)
    })
  } catch (error) {
    if (!keepGoing || signal.aborted) throw error
    return { error: reasonOf(error) }
  }
}

const isLost = (error: unknown): boolean =>
  error instanceof StepFailure && error.reason.kind === 'worker-lost'

async function trainSideBySide(
  jobs: TrainJob[],
  { places, pulse, onDone, keepGoing }: SideBySide,
): Promise<TrainedOrNot[]> {
  const models = new Array<TrainedOrNot>(jobs.length)
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
        models[job] = await trainOn(place, jobs[job], { signal: controllers[job].signal, keepGoing })
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
