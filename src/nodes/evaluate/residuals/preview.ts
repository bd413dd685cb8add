import type { RowsPicture } from '@/ml/errors/rowsPicture'
import type { BinnedCounts } from '@/ml/metrics/histogram'
import type { ResidualTest } from '@/ml/residuals/diagnose'

/** Mean residual of the groups of one column. */
export interface ResidualGroups {
  column: string
  groups: { name: string; rows: number; mean: number | null }[]
}

/** What the page gets of a model's residuals; bounded JSON. Residual = truth − prediction. */
export interface ResidualsPreview {
  kind: 'residuals'
  target: string
  origin: string
  rows: number
  mean: number | null
  deviation: number | null
  histogram: BinnedCounts
  /** At most 1,000 rows; the last three axes are the prediction, the residual and √|standardised residual|. */
  picture: RowsPicture
  /** Quantiles of the normal distribution and of the standardised residuals, at most 200. */
  normal: { expected: number[]; found: number[] }
  byColumn: ResidualGroups[]
  breuschPagan: ResidualTest | null
  jarqueBera: ResidualTest | null
  /** Null where rows have no order. */
  durbinWatson: { value: number; column: string } | null
}
