import type { Catalog } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import { toStepError } from '@/engine/execute'
import { makePulse } from '@/engine/pulse'
import { trainModel } from '@/ml/train'
import type { Dataset } from '@/values/dataset'
import type { Model } from '@/values/model'
import type { Backend } from './backend'
import type { BareJob, FromCompute, ToCompute } from './protocol'

export interface ComputeParts {
  post(message: FromCompute): void
  catalog: Catalog
  backend: Promise<Backend>
}

/** A compute worker without its Worker: trains one job after another on the dataset that it was sent last. */
export function createComputeSession(parts: ComputeParts): (message: ToCompute) => void {
  const controllers = new Map<number, AbortController>()
  let dataset: Dataset | null = null

  const train = async (job: BareJob, signal: AbortSignal): Promise<Model> => {
    if (!dataset) throw new Error('a job came before its dataset')
    const { name, problem } = await parts.backend
    if (problem !== null) failStep({ kind: 'no-backend', reason: problem })
    const pulse = makePulse(signal, () => undefined)
    return trainModel({ ...job, dataset }, { ...pulse, catalog: parts.catalog, backend: name })
  }

  const answer = async (id: number, job: BareJob) => {
    const controller = new AbortController()
    controllers.set(id, controller)
    try {
      parts.post({ kind: 'trained', id, model: await train(job, controller.signal) })
    } catch (error) {
      parts.post({ kind: 'failed', id, error: toStepError(error) })
    }
    controllers.delete(id)
  }

  return (message) => {
    if (message.kind === 'dataset') dataset = message.dataset
    else if (message.kind === 'train') void answer(message.id, message.job)
    else controllers.get(message.id)?.abort()
  }
}
