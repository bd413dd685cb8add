import { failStep } from '@/contract/errors'
import type { ResolvedTarget } from '@/ml/task'

/**
 * The target with its classes in the order that the person gives.
 * @throws StepFailure parameter for names that the target does not have.
 */
export function withClasses(resolved: ResolvedTarget, text: string): ResolvedTarget {
  const named = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (named.length === 0 || resolved.task === 'regression') return resolved
  const missing = named.find((name) => !resolved.classes.includes(name))
  if (missing !== undefined && !named.some((name) => resolved.classes.includes(name)))
    failClasses(`none of them is a value of the target “${resolved.target}”`, resolved.classes)
  if (new Set(named).size !== named.length) failClasses('a class is named twice', resolved.classes)
  const { positiveClass } = resolved
  if (positiveClass !== null && !named.includes(positiveClass))
    failClasses(`the positive class “${positiveClass}” is not among them`, resolved.classes)
  return { ...resolved, classes: named }
}

/** @throws StepFailure always. */
export function failClasses(problem: string, classes: readonly string[]): never {
  return failStep({
    kind: 'parameter',
    parameter: 'Classes of the outputs',
    problem,
    advice: `Name them in the order of the outputs; the target has “${classes.slice(0, 10).join('”, “')}”.`,
  })
}
