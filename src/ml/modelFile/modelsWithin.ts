import type { Model, Weights } from '@/values/model'

/** Weights hold whole models where a model is made of models; they are told by what only a model has. */
export const isModel = (value: unknown): value is Model =>
  typeof value === 'object' &&
  value !== null &&
  !ArrayBuffer.isView(value) &&
  ['fingerprint', 'learner', 'contract', 'recipe', 'weights'].every((name) => Object.hasOwn(value, name))

/** Every model within weights, at any depth. */
export function modelsWithin(value: unknown): Model[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  const inside = Object.values(value).flatMap(modelsWithin)
  return isModel(value) ? [value, ...inside] : inside
}

/** The same weights with each of the outermost models in them changed. */
export function withModels(weights: Weights, change: (model: Model) => Model): Weights {
  const visit = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
    if (isModel(value)) return change(value)
    if (Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, visit(held)]))
  }
  return visit(weights) as Weights
}
