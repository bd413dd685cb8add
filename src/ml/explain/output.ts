import { failStep } from '@/contract/errors'
import type { Model } from '@/values/model'

/**
 * Which score of a row is looked at: that of the wanted class, where none is named of the positive one or the first.
 * @throws StepFailure parameter for a class that the model does not know.
 */
export function outputOf({ classes, positiveClass, task }: Model, wanted: string): number {
  if (task === 'regression') return 0
  const place = classes.indexOf(wanted || (positiveClass ?? classes[0]))
  if (place >= 0) return place
  return failStep({
    kind: 'parameter',
    parameter: 'Class',
    problem: `the model does not know “${wanted}”`,
    advice: `Choose one of: ${classes.slice(0, 10).join(', ')}.`,
  })
}
