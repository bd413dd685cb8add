import type { TrainingData } from '@/contract/catalog'
import { failStep } from '@/contract/errors'

/** Rows of each class. */
export function classCounts(data: Pick<TrainingData, 'y' | 'classes'>): Float64Array {
  const counts = new Float64Array(data.classes.length)
  for (const code of data.y) counts[code]++
  return counts
}

/**
 * Codes of the classes that the rows really have, in order: a fold may lack some.
 * @throws StepFailure `one-class` when there are fewer than two
 */
export function presentClasses(data: Pick<TrainingData, 'y' | 'classes' | 'target'>): Int32Array {
  const counts = classCounts(data)
  const present = Int32Array.from(counts.keys()).filter((code) => counts[code] > 0)
  if (present.length > 1) return present
  const className = present.length === 1 ? data.classes[present[0]] : null
  return failStep({ kind: 'one-class', column: data.target ?? 'target', className })
}
