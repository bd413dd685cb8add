import { describe, StepFailure } from '@/contract/errors'
import type { InferReply } from '@/contract/run'
import { RequestFault } from '@/ml/inference/request'

/** What a caller is told of a fault. @throws what is no fault of the caller. */
export function refusal(error: unknown): InferReply {
  if (error instanceof RequestFault) {
    const { status, message, field } = error
    return { status, body: { error: message, field } }
  }
  if (error instanceof StepFailure) {
    const { cause, advice } = describe(error.reason)
    return { status: 422, body: { error: `${cause} ${advice}`, field: null } }
  }
  throw error
}
