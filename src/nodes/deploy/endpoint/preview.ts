import type { JsonObject } from '@/base/json'
import type { Unscored } from '@/ml/evaluate/unscored'
import type { Alias } from '@/values/deployment'
import type { ContractField } from '@/values/model'

/** What the page shows of a deployed model. */
export interface EndpointPreview {
  name: string
  version: number
  deployedAt: number
  /** What it was deployed for; absent in older results, whose models all answered. */
  alias?: Alias
  /** Name of the other workflow whose model answered under this name until now; absent when there was none. */
  tookOverFrom?: string
  contract: ContractField[]
  classes: string[]
  target: string
  /** From which score on a row is called positive; null outside binary tasks. */
  decision: { positiveClass: string; threshold: number } | null
  /**
   * Largest difference between a score in an answer and the workflow's own, and how often the predicted class is
   * another one, over `rows` rows.
   */
  parity: { rows: number; largest: number; differentClasses: number; equal: boolean }
  /** Rows that were not compared, since the model cannot score them; absent when it can score all. */
  unscored?: Unscored
  /** Milliseconds of a request of one row, over `requests` requests. */
  latency: { p50: number; p95: number; requests: number }
  /** One request that works, to copy. */
  example: JsonObject
}
