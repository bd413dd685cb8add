import type { ClassFigures, ConfusionMatrix } from '@/values/evaluation'
import { onesFor } from './classData'
import { classTotals, f1Of, precisionOf } from './decisions'

/** A matrix with more classes than this cannot be read; the rarest are merged. */
export const mostClasses = 30

/** Counts by truth and prediction. With more than 30 classes the rarest in the truth are merged into “other classes”. */
export function confusionMatrix(
  truth: Int32Array,
  predicted: Int32Array,
  classes: string[],
): ConfusionMatrix {
  const { names, place } = readable(truth, classes)
  const counts = names.map(() => names.map(() => 0))
  truth.forEach((code, row) => counts[place[code]][place[predicted[row]]]++)
  return { classes: names, counts }
}

/** Index in the matrix of each class. */
function readable(truth: Int32Array, classes: string[]): { names: string[]; place: number[] } {
  if (classes.length <= mostClasses) return { names: classes, place: classes.map((_, index) => index) }
  const frequency = new Int32Array(classes.length)
  for (const code of truth) frequency[code]++
  const ranked = classes.map((_, index) => index).sort((a, b) => frequency[b] - frequency[a] || a - b)
  const kept = ranked.slice(0, mostClasses - 1).sort((a, b) => a - b)
  const place = classes.map(() => mostClasses - 1)
  kept.forEach((index, at) => (place[index] = at))
  return {
    names: [...kept.map((index) => classes[index]), `other classes (${classes.length - kept.length})`],
    place,
  }
}

/**
 * Precision, recall, F1 and number of true rows of each class, at most the 200 most frequent. A figure that would
 * divide by zero is 0, as in scikit-learn's `classification_report`.
 */
export function perClassFigures(truth: Int32Array, predicted: Int32Array, classes: string[]): ClassFigures[] {
  const totals = classTotals(truth, predicted, classes.length, onesFor(truth.length))
  const figures = classes.map((name, index) => ({
    name,
    precision: precisionOf(totals, index),
    recall: totals.actual[index] === 0 ? 0 : totals.right[index] / totals.actual[index],
    f1: f1Of(totals, index) || 0,
    support: totals.actual[index],
  }))
  if (figures.length <= 200) return figures
  return figures.toSorted((a, b) => b.support - a.support).slice(0, 200)
}
