import type { FittedStep } from '@/values/dataset'
import type { Model } from '@/values/model'
import { modelFingerprint } from '../fingerprint'
import { withModels } from './modelsWithin'

/** Name that the model knows → name that the data have. */
export type Renames = ReadonlyMap<string, string>

const rename = 'prepare/rename'

/**
 * The model over data whose columns have other names: the first step of its recipe gives them the names that it knows,
 * so that everything it has learned stays as it is. Models within it are changed alike.
 */
export function withColumns(model: Model, renames: Renames): Model {
  const called = (name: string) => renames.get(name) ?? name
  const used = model.contract.filter(({ name }) => called(name) !== name)
  if (used.length === 0) return model
  const names = used.map(({ name }) => ({ column: called(name), name }))
  const step: FittedStep = { node: 'import', type: rename, params: { names }, state: { names } }
  const weights = withModels(model.weights, (inside) => withColumns(inside, renames))
  const changed: Model = {
    ...model,
    recipe: [step, ...model.recipe],
    contract: model.contract.map((field) => ({ ...field, name: called(field.name) })),
    baseline: model.baseline.map((one) => ({ ...one, name: called(one.name) })),
    roles: model.roles.map(([name, role]) => [called(name), role]),
    weights,
  }
  return { ...changed, fingerprint: modelFingerprint(changed) }
}

/** The model judged against another column of truth. */
export function withTargetColumn(model: Model, target: string): Model {
  if (model.task === 'clustering' || target === model.target) return model
  const changed: Model = {
    ...model,
    target,
    roles: [...model.roles.filter(([name]) => name !== model.target && name !== target), [target, 'target']],
    weights: withModels(model.weights, (inside) => withTargetColumn(inside, target)),
  }
  return { ...changed, fingerprint: modelFingerprint(changed) }
}
