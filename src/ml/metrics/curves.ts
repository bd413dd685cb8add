import type { Curve } from '@/values/evaluation'
import type { Ranking } from './ranking'

const mostPoints = 200

/** Positive and negative rows with at least each distinct score, from the highest score to the lowest. */
interface Steps {
  thresholds: number[]
  truePositives: number[]
  falsePositives: number[]
  positives: number
  negatives: number
}

/** Rows with equal scores enter together, so that ties give one point. */
export function cumulate({ order, ends, positive, scores }: Ranking): Steps {
  const steps: Steps = { thresholds: [], truePositives: [], falsePositives: [], positives: 0, negatives: 0 }
  let start = 0
  for (const end of ends) {
    for (let i = start; i < end; i++) {
      if (positive[order[i]]) steps.positives++
      else steps.negatives++
    }
    steps.thresholds.push(scores[order[start]])
    steps.truePositives.push(steps.positives)
    steps.falsePositives.push(steps.negatives)
    start = end
  }
  return steps
}

/**
 * x = false positive rate, y = true positive rate, from (0, 0) to (1, 1); the first threshold is one above the
 * highest score, as in scikit-learn's `roc_curve`. Null when one of the two sides has no rows.
 */
export function rocCurve(ranking: Ranking): Curve | null {
  const steps = cumulate(ranking)
  if (steps.positives === 0 || steps.negatives === 0) return null
  return thin({
    x: [0, ...steps.falsePositives.map((count) => count / steps.negatives)],
    y: [0, ...steps.truePositives.map((count) => count / steps.positives)],
    thresholds: [steps.thresholds[0] + 1, ...steps.thresholds],
  })
}

/**
 * x = recall, y = precision, from full recall to the point (0, 1), where the threshold is one above the highest
 * score. Null without a positive row.
 */
export function precisionRecallCurve(ranking: Ranking): Curve | null {
  const steps = cumulate(ranking)
  if (steps.positives === 0) return null
  const precision = steps.truePositives.map((count, i) => count / (count + steps.falsePositives[i]))
  return thin({
    x: [...steps.truePositives.map((count) => count / steps.positives).reverse(), 0],
    y: [...precision.reverse(), 1],
    thresholds: [...steps.thresholds.toReversed(), steps.thresholds[0] + 1],
  })
}

/** At most 200 points: those that lie evenly along the drawn line; the ends always stay. */
export function thin(curve: Curve): Curve {
  const count = curve.x.length
  if (count <= mostPoints) return curve
  const along = new Float64Array(count)
  for (let i = 1; i < count; i++) {
    along[i] = along[i - 1] + Math.abs(curve.x[i] - curve.x[i - 1]) + Math.abs(curve.y[i] - curve.y[i - 1])
  }
  const kept = evenly(along)
  const take = (values: number[]): number[] => kept.map((index) => values[index])
  return { x: take(curve.x), y: take(curve.y), thresholds: take(curve.thresholds) }
}

function evenly(along: Float64Array): number[] {
  const kept = [0]
  const last = along.length - 1
  const stride = along[last] / (mostPoints - 1)
  for (let i = 1; i < last; i++) {
    if (along[i] >= kept.length * stride && kept.length < mostPoints - 1) kept.push(i)
  }
  return [...kept, last]
}
