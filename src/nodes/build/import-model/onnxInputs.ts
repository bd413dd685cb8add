import { closestName } from '@/base/closest'
import { failStep } from '@/contract/errors'
import type { ParamsOf } from '@/contract/node'
import type { OnnxInput } from '@/ml/onnx/describeOnnx'
import type { Dataset } from '@/values/dataset'
import type definition from './definition'
import { featureColumns } from './pairing'

type Params = Pick<ParamsOf<typeof definition>, 'columns' | 'matching'>

export interface PairedInputs {
  inputs: string[]
  types: string[]
  widths: number[]
  /** The prepared columns in the order of the inputs. */
  features: string[]
}

/**
 * Which prepared columns go into which input: by name where each input takes one column, otherwise in their order.
 * @throws StepFailure different-data for a column that is missing, or too few or too many of them.
 */
export function pairInputs(inputs: readonly OnnxInput[], data: Dataset, params: Params): PairedInputs {
  const single = inputs.length > 1 && inputs.every(({ width }) => width === 0 || width === 1)
  const features =
    single && params.matching === 'name' ? byName(inputs, data, params) : inOrder(inputs, data, params)
  const known = inputs.reduce((sum, { width }) => sum + Math.max(1, width ?? 0), 0)
  const widths = inputs.map(({ width }) => width ?? features.length - known + 1)
  return { inputs: inputs.map(({ name }) => name), types: inputs.map(({ type }) => type), widths, features }
}

function byName(inputs: readonly OnnxInput[], { table }: Dataset, { columns }: Params): string[] {
  const names = table.columns.map(({ name }) => name)
  const listed = new Map(columns.map(({ column, name }) => [name, column]))
  return inputs.map(({ name }) => {
    const column = listed.get(name) ?? name
    return names.includes(column) ? column : failUnpaired(name, names)
  })
}

function failUnpaired(name: string, names: readonly string[]): never {
  const closest = closestName(name, names)
  return failStep({
    kind: 'different-data',
    problem: `The ONNX model expects an input “${name}”, and the prepared data have no column of that name`,
    advice: `${closest === null ? '' : `The closest is “${closest}”. `}Pair it with a column under Columns, or find columns in their order.`,
  })
}

function inOrder(inputs: readonly OnnxInput[], data: Dataset, { columns }: Params): string[] {
  const names = data.table.columns.map(({ name }) => name)
  const given = columns.length > 0 ? columns.map(({ column }) => column) : featureColumns(names, data)
  const open = inputs.filter(({ width }) => width === null).length
  const needed = inputs.reduce((sum, { width }) => sum + Math.max(1, width ?? 0), 0)
  if (open === 0 ? given.length === needed : open === 1 && given.length >= needed) return given
  return failStep({
    kind: 'different-data',
    problem: `The ONNX model takes ${needed} columns, and ${columns.length > 0 ? 'the list names' : 'the prepared data have'} ${given.length}`,
    advice: 'List the columns in the order of the inputs under Columns, or change the preparation.',
  })
}
