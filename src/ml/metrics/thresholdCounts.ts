import type { Ranking } from './ranking'
import { cumulate } from './curves'

/** The confusion matrix at each threshold; a row is called positive when its score is at least the threshold. */
export interface CountsByThreshold {
  thresholds: number[]
  truePositive: number[]
  falsePositive: number[]
  falseNegative: number[]
  trueNegative: number[]
}

const mostThresholds = 200

/**
 * At most 200 thresholds from low to high: 0, 1, the chosen one, and the distinct scores (thinned evenly by rank when
 * there are more). Between two listed thresholds the counts are those of the upper one, when no score was left out.
 */
export function countsByThreshold(ranking: Ranking, chosen: number): CountsByThreshold {
  const steps = cumulate(ranking)
  const thresholds = chooseThresholds(steps.thresholds, chosen)
  const counts: CountsByThreshold = {
    thresholds,
    truePositive: [],
    falsePositive: [],
    falseNegative: [],
    trueNegative: [],
  }
  for (const threshold of thresholds) {
    const last = countAtLeast(steps.thresholds, threshold) - 1
    const truePositive = last < 0 ? 0 : steps.truePositives[last]
    const falsePositive = last < 0 ? 0 : steps.falsePositives[last]
    counts.truePositive.push(truePositive)
    counts.falsePositive.push(falsePositive)
    counts.falseNegative.push(steps.positives - truePositive)
    counts.trueNegative.push(steps.negatives - falsePositive)
  }
  return counts
}

/** How many entries of a descending list are at least `threshold`. */
function countAtLeast(descending: number[], threshold: number): number {
  let low = 0
  let high = descending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (descending[middle] >= threshold) low = middle + 1
    else high = middle
  }
  return low
}

function chooseThresholds(distinct: number[], chosen: number): number[] {
  const room = mostThresholds - 3
  const stride = Math.max(1, (distinct.length - 1) / (room - 1))
  const picked = new Set([0, 1, chosen])
  for (let i = 0; i < Math.min(room, distinct.length); i++) picked.add(distinct[Math.round(i * stride)])
  return [...picked].sort((a, b) => a - b)
}
