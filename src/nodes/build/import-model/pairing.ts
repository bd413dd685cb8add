import { closestName } from '@/base/closest'
import { failStep } from '@/contract/errors'
import type { Renames } from '@/ml/modelFile/rename'
import { effectiveRoles } from '@/ml/task'
import type { Dataset } from '@/values/dataset'
import type { Model } from '@/values/model'

interface Pairing {
  matching: 'name' | 'order'
  columns: readonly { column: string; name: string }[]
}

/** Columns of the data that are features, in their order. */
export function featureColumns(names: readonly string[], dataset: Dataset): string[] {
  const roles = effectiveRoles(dataset)
  return names.filter((name) => (roles.get(name) ?? 'feature') === 'feature')
}

/**
 * Which column of the data serves as which column of the model.
 * @throws StepFailure different-data for a column that the data do not have, or too few of them.
 */
export function pairColumns(model: Model, dataset: Dataset, params: Pairing): Renames {
  const names = dataset.raw.columns.map(({ name }) => name)
  for (const { column } of params.columns) if (!names.includes(column)) failUnpaired(column, names)
  return params.matching === 'order' ? pairInOrder(model, dataset, params) : pairByName(model, names, params)
}

function pairInOrder(model: Model, dataset: Dataset, { columns }: Pairing): Renames {
  const names = dataset.raw.columns.map(({ name }) => name)
  const given = columns.length > 0 ? columns.map(({ column }) => column) : featureColumns(names, dataset)
  const needed = model.contract.length
  if (given.length !== needed)
    failStep({
      kind: 'different-data',
      problem: `The model expects ${needed} columns, and ${columns.length > 0 ? 'the list names' : 'the data have'} ${given.length}`,
      advice: `List the columns in the order ${quoted(model.contract.map(({ name }) => name))}, or find them by name.`,
    })
  checkTwice(given)
  return new Map(model.contract.map(({ name }, at) => [name, given[at]]))
}

function pairByName(model: Model, names: readonly string[], { columns }: Pairing): Renames {
  const listed = new Map(columns.map(({ column, name }) => [name, column]))
  const renames = new Map<string, string>()
  for (const { name } of model.contract) {
    const column = listed.get(name) ?? name
    if (!names.includes(column)) failUnpaired(name, names)
    renames.set(name, column)
  }
  checkTwice([...renames.values()])
  return renames
}

function checkTwice(columns: readonly string[]): void {
  const twice = columns.find((column, at) => columns.indexOf(column) !== at)
  if (twice !== undefined)
    failStep({
      kind: 'different-data',
      problem: `The column “${twice}” would serve as two inputs of the model`,
      advice: 'List each column once under Columns.',
    })
}

function failUnpaired(name: string, names: readonly string[]): never {
  const closest = closestName(name, names)
  return failStep({
    kind: 'different-data',
    problem: `The model expects a column “${name}”, and the data have none of that name`,
    advice: `${closest === null ? '' : `The closest is “${closest}”. `}Pair it with a column under Columns, or find columns in their order.`,
  })
}

const quoted = (names: readonly string[]): string =>
  names.length > 8
    ? `“${names.slice(0, 8).join('”, “')}” and ${names.length - 8} more`
    : `“${names.join('”, “')}”`
