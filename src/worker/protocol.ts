import type { Json } from '@/base/json'
import type { StepError } from '@/contract/errors'
import type { EngineEvent } from '@/contract/events'
import type { InferReply, TrainJob } from '@/contract/run'
import type { WorkflowFile } from '@/document/schema'
import type { Plan } from '@/plan/types'
import type { Dataset } from '@/values/dataset'
import type { Model } from '@/values/model'

/** Sent by every worker twice a second, so that a dead or hung one is told from a busy one. */
export interface Beat {
  kind: 'beat'
}

/** Whom a table is written for: rows that feedback appends to a source, or a person who takes them elsewhere. */
export type ExportPurpose = 'feedback' | 'person'

/** Page to engine worker. */
export type ToEngine =
  | { kind: 'run'; run: number; plan: Plan; files: WorkflowFile[]; origins: string[] }
  | { kind: 'cancel'; run: number }
  | { kind: 'export'; id: number; node: string; port: string; purpose: ExportPurpose }
  /** Answer to an `ask`. */
  | { kind: 'answer'; id: number; reply: InferReply }

/** Engine worker to page. */
export type FromEngine =
  | Beat
  | { kind: 'event'; run: number; event: EngineEvent }
  | { kind: 'exported'; id: number; bytes: Uint8Array | null }
  /** Only the page has a service worker in front of it, so the endpoint is asked from there. */
  | { kind: 'ask'; id: number; name: string; request: Json; version?: number }

/** A job without its data, which is sent once for all jobs on it. */
export type BareJob = Omit<TrainJob, 'dataset'>

/** Engine worker to compute worker. Jobs are on the dataset that was sent last. */
export type ToCompute =
  | { kind: 'dataset'; dataset: Dataset }
  | { kind: 'train'; id: number; job: BareJob }
  | { kind: 'cancel'; id: number }

/** Compute worker to engine worker. */
export type FromCompute =
  Beat | { kind: 'trained'; id: number; model: Model } | { kind: 'failed'; id: number; error: StepError }

export const beatEveryMs = 500
