import type { Plan } from '@/plan/types'

/** The plan with the steps marked that the person wants run, whatever they take. */
export const insisting = (plan: Plan, keys: ReadonlySet<string>): Plan => ({
  ...plan,
  steps: plan.steps.map((step) => (keys.has(step.key) ? { ...step, anyway: true as const } : step)),
})
