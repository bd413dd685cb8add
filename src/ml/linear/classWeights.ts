import type { TrainingData } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import { classCounts } from './classes'

export interface ClassWeightParams {
  classWeight: 'none' | 'balanced' | 'perClass'
  /** Of `perClass`: classes that are not named weigh 1. */
  weights: readonly { class: string; weight: number }[]
}

/**
 * The weight of every row by its class; null where all weigh 1. Balanced is scikit-learn's n / (classes · rows of the
 * class), over the classes that there are.
 * @throws StepFailure parameter for a class that the target does not have
 */
export function rowWeights(
  data: Pick<TrainingData, 'y' | 'classes'>,
  { classWeight, weights }: ClassWeightParams,
): Float64Array | null {
  if (classWeight === 'none') return null
  const each = classWeight === 'balanced' ? balanced(data) : named(data.classes, weights)
  return each.every((weight) => weight === 1) ? null : Float64Array.from(data.y, (code) => each[code])
}

function balanced(data: Pick<TrainingData, 'y' | 'classes'>): Float64Array {
  const counts = classCounts(data)
  const present = counts.filter((count) => count > 0).length
  return counts.map((count) => (count > 0 ? data.y.length / present / count : 1))
}

function named(classes: readonly string[], weights: ClassWeightParams['weights']): Float64Array {
  const each = new Float64Array(classes.length).fill(1)
  for (const { class: name, weight } of weights) {
    const code = classes.indexOf(name)
    if (code < 0) refuse(name, classes)
    each[code] = weight
  }
  return each
}

function refuse(name: string, classes: readonly string[]): never {
  const some = classes.slice(0, 5).map((one) => `“${one}”`)
  return failStep({
    kind: 'parameter',
    parameter: 'Weights of classes',
    problem: `the target has no class “${name}”`,
    advice: `Its classes are ${some.join(', ')}${classes.length > some.length ? ' and others' : ''}.`,
  })
}
