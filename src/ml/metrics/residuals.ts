import { spacedOver } from '../preview/originOf'
import { histogramOf, type BinnedCounts } from './histogram'

export const mostPoints = 1000

export interface RegressionPoints {
  points: { truth: number; predicted: number }[]
  residuals: { points: { predicted: number; residual: number }[]; histogram: BinnedCounts }
}

/** At most 1,000 rows, evenly spaced through the data; the histogram counts all rows. Residual = truth − predicted. */
export function regressionPoints(truth: Float64Array, predicted: Float64Array): RegressionPoints {
  const rows = spacedOver(truth.length, mostPoints)
  const residuals = truth.map((value, row) => value - predicted[row])
  return {
    points: rows.map((row) => ({ truth: truth[row], predicted: predicted[row] })),
    residuals: {
      points: rows
        .filter((row) => Number.isFinite(residuals[row]))
        .map((row) => ({ predicted: predicted[row], residual: residuals[row] })),
      histogram: histogramOf(residuals),
    },
  }
}
