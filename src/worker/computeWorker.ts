import { StepFailure, type StepError } from '@/contract/errors'
import type { TrainJob } from '@/contract/run'
import type { Dataset } from '@/values/dataset'
import type { Model } from '@/values/model'
import { openLine, type Line, type WorkerLike } from './line'
import type { FromCompute, ToCompute } from './protocol'

/** The engine worker's side of one compute worker; it trains one job at a time. */
export interface ComputeWorker {
  /** Starts the worker if need be; resolves when it can take a job, and never when it cannot be started. */
  ready(): Promise<void>
  /** @throws StepFailure of the job, `cancelled`, or `worker-lost`. */
  train(job: TrainJob, signal: AbortSignal): Promise<Model>
  dispose(): void
}

/** How long a cancelled job may take to stop by itself; shorter than what the page grants to the engine. */
const graceMs = 250

interface Pending {
  id: number
  resolve(model: Model): void
  reject(reason: StepFailure): void
}

export function createComputeWorker(spawn: () => WorkerLike): ComputeWorker {
  let line: Line<ToCompute> | null = null
  let sent: Dataset | null = null
  let pending: Pending | null = null
  let jobs = 0

  const settle = (then: (job: Pending) => void) => {
    const job = pending
    pending = null
    line?.expect(false)
    if (job) then(job)
  }
  const refuse = (reason: StepError) => settle((job) => job.reject(new StepFailure(reason)))
  const forget = () => {
    line?.close()
    line = null
    sent = null
  }
  const receive = (message: Exclude<FromCompute, { kind: 'beat' }>) => {
    if (message.id !== pending?.id) return
    if (message.kind === 'trained') settle((job) => job.resolve(message.model))
    else refuse(message.error)
  }
  const open = () =>
    (line ??= openLine<ToCompute, FromCompute>({
      spawn,
      onMessage: receive,
      onLost(reason) {
        forget()
        refuse({ kind: 'worker-lost', reason })
      },
    }))
  const stop = (id: number) => {
    if (pending?.id !== id) return
    line?.post({ kind: 'cancel', id })
    setTimeout(() => {
      if (pending?.id !== id) return
      forget()
      refuse({ kind: 'cancelled' })
    }, graceMs)
  }

  return {
    ready: () => open().ready,
    train({ dataset, ...job }, signal) {
      const id = ++jobs
      const result = new Promise<Model>((resolve, reject) => (pending = { id, resolve, reject }))
      const at = open()
      if (sent !== dataset) at.post({ kind: 'dataset', dataset })
      sent = dataset
      at.post({ kind: 'train', id, job })
      at.expect(true)
      if (signal.aborted) stop(id)
      else signal.addEventListener('abort', () => stop(id), { once: true })
      return result
    },
    dispose: forget,
  }
}
