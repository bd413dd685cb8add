import type { TrainingData } from '@/contract/catalog'
import type { LogisticWeights } from './logisticRegression'
import { predictLogistic } from './predictLogistic'

const rowsAtOnce = 1000
const asGoodAsSure = 1 - 1e-12

/** Perfect separation of the training rows, found out block by block: mostly the first one denies it. */
export function isSeparated(
  data: Pick<TrainingData, 'x' | 'y' | 'classes'>,
  weights: LogisticWeights,
): boolean {
  for (const { scores, start, rows, width } of blocksOf(data, weights))
    for (let row = 0; row < rows; row++) {
      const mine = data.y[start + row]
      for (let code = 0; code < width; code++)
        if (code !== mine && scores[row * width + code] >= scores[row * width + mine]) return false
    }
  return true
}

/** Some chance is 0 or 1 as far as numbers go: what R warns of as numerically 0 or 1. */
export function isCertainOfSome(
  data: Pick<TrainingData, 'x' | 'y' | 'classes'>,
  weights: LogisticWeights,
): boolean {
  for (const { scores } of blocksOf(data, weights))
    if (scores.some((score) => score > asGoodAsSure)) return true
  return false
}

function* blocksOf({ x, classes }: Pick<TrainingData, 'x' | 'classes'>, weights: LogisticWeights) {
  for (let start = 0; start < x.rows; start += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, x.rows - start)
    const values = x.values.subarray(start * x.columns, (start + rows) * x.columns)
    const { values: scores, width } = predictLogistic(
      weights,
      { rows, columns: x.columns, values },
      classes.length,
    )
    yield { scores, start, rows, width }
  }
}
