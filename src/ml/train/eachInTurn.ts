import type { TrainedOrNot, TrainJob } from '@/contract/run'
import { reasonOf } from './failure'
import { trainModel } from './trainModel'
import type { TrainContext } from './types'

/** One after the other in this thread; a job that fails for a reason that can be told is no more than its error, an internal error fails all. */
export async function trainEachInTurn(
  jobs: TrainJob[],
  context: TrainContext,
  onDone?: (finished: number) => void,
): Promise<TrainedOrNot[]> {
  const results: TrainedOrNot[] = []
  for (const job of jobs) {
    results.push(await trainModel(job, context).catch((error: unknown) => ({ error: reasonOf(error) })))
    onDone?.(results.length)
  }
  return results
}
