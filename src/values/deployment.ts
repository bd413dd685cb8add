import type { Model } from './model'

/** A model that answers requests under a name. */
export interface Deployment {
  kind: 'deployment'
  name: string
  version: number
  /** Epoch milliseconds. */
  deployedAt: number
  model: Model
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
