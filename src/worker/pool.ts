import type { Catalog } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import type { TrainJob } from '@/contract/run'
import { trainModel } from '@/ml/train'
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
  /** Number of compute workers; 0 trains everything here. */
  size: number
  create(): ComputeWorker
}

/** As many compute workers as the device has cores, 1 to 4; with a single core they would only stand in each other's way. */
export const poolSize = (cores: number): number => (cores < 2 ? 0 : Math.min(cores, 4))

/**
 * Trains jobs side by side. A single job is trained here, where its progress is seen. Workers are started by the
 * first job that needs them. Neither results nor the failure reported depend on how many there are.
 */
export function createPool({ catalog, backend, size, create }: PoolOptions): Pool {
  const workers: ComputeWorker[] = []
  return {
    async trainAll(jobs, pulse, onDone) {
      if (jobs.length > 1 && size > 0) {
        while (workers.length < Math.min(size, jobs.length)) workers.push(create())
        return trainSideBySide(jobs, { workers, pulse, onDone })
      }
      const context = { ...pulse, catalog, backend: (await backend).name }
      return trainInTurn(jobs, context, onDone)
    },
  }
}

type TrainContext = Parameters<typeof trainModel>[1]

/** The progress of one of many jobs says nothing about the whole: `onDone` does. */
export async function trainInTurn(
  jobs: TrainJob[],
  context: TrainContext,
  onDone?: (finished: number) => void,
): Promise<Model[]> {
  const quiet = jobs.length > 1 ? { ...context, progress: () => undefined } : context
  const models: Model[] = []
  for (const job of jobs) {
    models.push(await trainModel(job, quiet))
    onDone?.(models.length)
  }
  return models
}

interface SideBySide {
  workers: ComputeWorker[]
  pulse: Pulse
  onDone?: (finished: number) => void
}

async function trainSideBySide(jobs: TrainJob[], { workers, pulse, onDone }: SideBySide): Promise<Model[]> {
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
  const work = async (worker: ComputeWorker) => {
    while (next < jobs.length && !failure && !pulse.signal.aborted) {
      const job = next++
      try {
        models[job] = await worker.train(jobs[job], controllers[job].signal)
        onDone?.(++finished)
      } catch (reason) {
        noteFailure(job, reason)
      }
    }
  }
  pulse.signal.addEventListener('abort', cancelAll, { once: true })
  await Promise.all(workers.map(work))
  pulse.signal.removeEventListener('abort', cancelAll)
  if (pulse.signal.aborted) failStep({ kind: 'cancelled' })
  if (failure) throw (failure as { reason: unknown }).reason
  return models
}
