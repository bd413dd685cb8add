import type { Model } from './model'

/** Which workflow deployed a model, and what it was called then. */
export interface DeployedBy {
  id: string
  name: string
}

/**
 * What a version is used for. The champion answers, the challenger answers a share of the requests, and the shadow is
 * asked the same as they are while its answers are only written down.
 */
export type Alias = 'champion' | 'challenger' | 'shadow'

/** A model that answers requests under a name. */
export interface Deployment {
  kind: 'deployment'
  name: string
  version: number
  /** Epoch milliseconds. */
  deployedAt: number
  model: Model
  /** Absent where it is not known, e.g. in a terminal. */
  by?: DeployedBy
  /** The other workflow whose model answered under this name until then. */
  tookOverFrom?: DeployedBy
}

export interface ColumnDrift {
  column: string
  type: 'numeric' | 'categorical' | 'text' | 'datetime'
  /** Population stability index against the training rows. */
  psi: number
  test: 'ks' | 'chi-squared'
  /** Null where no test could be made, e.g. when every value is missing. */
  statistic: number | null
  pValue: number | null
  drifted: boolean
  missingBefore: number
  missingNow: number
}

export interface Monitoring {
  kind: 'monitoring'
  rows: number
  columns: ColumnDrift[]
  driftedShare: number
  alert: boolean
}
