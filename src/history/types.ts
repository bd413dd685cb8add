import type { Json } from '@/base/json'
import type { StepResult } from '@/contract/events'
import type { Workflow } from '@/document/schema'

/** Why an iteration was started. */
export type Cause = { kind: 'person' } | { kind: 'feedback'; wire: string; sentence: string }

/** One difference between two iterations, as a sentence's parts. */
export interface Change {
  kind: 'parameter' | 'node-added' | 'node-removed' | 'wire' | 'seed' | 'data' | 'note'
  node: string | null
  /** Title of the node, then of the parameter: `Logistic regression`, `L2 penalty`. */
  what: string
  before: Json
  after: Json
}

/** What a finished run leaves behind. */
export interface Iteration {
  id: string
  /** 1, 2, 3 … in the order they were made within this document. */
  number: number
  documentId: string
  parent: string | null
  /** Epoch milliseconds. */
  at: number
  cause: Cause
  name: string
  starred: boolean
  annotation: string
  workflow: Workflow
  /** Changed since the parent. */
  changes: Change[]
  seed: number
  backend: string
  /** Gather node id → content hash of its table. */
  data: Record<string, string>
  /** Node id → metric → value. */
  metrics: Record<string, Record<string, number>>
  /** The figure the timeline draws: primary metric of the (first) evaluation, with its interval. */
  primary: {
    metric: string
    value: number
    low: number | null
    high: number | null
    threshold: number | null
    met: boolean | null
  } | null
  outcome: 'done' | 'failed' | 'cancelled'
  /** Milliseconds in all, and by node. */
  durationMs: number
  durations: Record<string, number>
  /** How often an identical Run gave bit-identical metrics again. */
  repeats: number
  /** Previews of the run, so that curves can be laid over each other. */
  results: Record<string, StepResult>
}
