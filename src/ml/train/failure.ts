import { StepFailure, type StepError } from '@/contract/errors'

/** What ends the work as a whole wherever it is done: nothing about the job itself has been found out. */
const ends: readonly StepError['kind'][] = ['cancelled', 'bug']

/**
 * The reason of a failed job, as a result among those of other jobs.
 * @throws what it was given where that is no reason for a person: an internal error must not pass for a result.
 */
export function reasonOf(error: unknown): StepError {
  if (error instanceof StepFailure && !ends.includes(error.reason.kind)) return error.reason
  throw error
}
