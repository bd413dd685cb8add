import { hashBytes, hashValue } from '@/base/hash'
import type { Json } from '@/base/json'
import type { Model, Weights } from '@/values/model'

type Hashed = Pick<
  Model,
  'recipe' | 'learner' | 'weights' | 'features' | 'categories' | 'classes' | 'target' | 'task' | 'threshold'
>

/** Content hash of recipe, learner, weights and decision threshold; where on the canvas they came from makes no difference. */
export function modelFingerprint(model: Hashed): string {
  const recipe = model.recipe.map(({ type, params, state }) => ({ type, params, state }))
  const { type, version, params } = model.learner
  const { task, target, features, categories, classes, threshold } = model
  return hashValue({
    recipe,
    learner: { type, version, params },
    task,
    target,
    features,
    ...(categories ? { categories } : {}),
    classes,
    threshold,
    weights: digest(model.weights),
  })
}

/** The same model deciding at another threshold, which makes it another model: its fingerprint differs. */
export function withThreshold(model: Model, threshold: number): Model {
  return withFingerprint({ ...model, threshold })
}

/** A model that was changed, with the fingerprint of what it is now. */
export const withFingerprint = (model: Model): Model => ({ ...model, fingerprint: modelFingerprint(model) })

/**
 * Typed arrays are replaced by the hash of their bytes, so that large weights are never written out as text; a model in
 * the weights of another counts by its own fingerprint, which knows no nodes either.
 */
function digest(value: Weights[string] | Weights): Json {
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    return [value.constructor.name, value.length, hashBytes(bytes)]
  }
  if (Array.isArray(value)) return value.map((item) => digest(item))
  if (value === null || typeof value !== 'object') return value
  if (typeof value.fingerprint === 'string') return value.fingerprint
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]): Json => [name, digest(item as Weights[string])])
}
