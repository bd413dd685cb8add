import type { JsonObject } from '@/base/json'
import { hashSeed } from '@/base/hash'
import { failStep } from '@/contract/errors'
import type { ParamsOf } from '@/contract/node'
import type { RunContext } from '@/contract/run'
import { readLayers, type ReadLayers } from '@/ml/layers/readLayers'
import { keepLayers, layersOf, type LayersWeights } from '@/ml/layers/types'
import { resolveTarget, type ResolvedTarget } from '@/ml/task'
import { adoptModel } from '@/ml/train'
import type { Dataset } from '@/values/dataset'
import type { Model } from '@/values/model'
import { learnerOf, trainJob } from '../learnerRun'
import { withClasses } from './classes'
import definition from './definition'
import { featureColumns } from './pairing'

type Params = ParamsOf<typeof definition>

interface FromLayers {
  model: Model
  layers: ReadLayers['layers']
}

/**
 * A TensorFlow.js layers model over the prepared columns of these data.
 * @throws StepFailure bad-file, different-data, or parameter where classes and outputs do not fit.
 */
export async function fromLayers(
  content: JsonObject,
  bytes: Uint8Array,
  { params, data, context }: { params: Params; data: Dataset; context: RunContext },
): Promise<FromLayers> {
  const read = readLayers(content, bytes)
  const resolved = withClasses(resolveTarget(data), params.classes)
  const weights = answering(read, resolved)
  const features = inputsFor(read, data, params)
  const learner = learnerOf(definition, context.node, { file: params.file, weights: params.weights })
  const job = trainJob(data, learner, hashSeed(context.seed, context.node, 'train'))
  const warnings = weights === read.weights ? [] : [logits]
  const model = await adoptModel(job, resolved, { weights, features, warnings }, context)
  return { model, layers: read.layers }
}

const logits =
  'The last layer has no activation, so its outputs are taken for logits: softmax, or a sigmoid for a single one, makes probabilities of them.'

/** The layers with outputs that are values, or probabilities of the classes. */
function answering({ weights, ending }: ReadLayers, { task, classes }: ResolvedTarget): LayersWeights {
  const { outputs } = weights
  if (task === 'regression') return outputs === 1 ? weights : failOutputs(outputs, 'one value')
  const single = outputs === 1 && classes.length === 2
  if (!single && outputs !== classes.length)
    failOutputs(outputs, `${classes.length} classes (${classes.slice(0, 10).join(', ')})`)
  const needed = single ? 'sigmoid' : 'softmax'
  if (ending === needed) return weights
  if (ending !== 'linear')
    failStep({
      kind: 'different-data',
      problem: `The model ends in ${ending}, whose outputs are no probabilities of ${classes.length} classes`,
      advice: 'End it in softmax, in a single sigmoid for two classes, or in no activation.',
    })
  const layers = [...layersOf(weights), { kind: 'activation' as const, name: needed, alpha: 1 } as const]
  return { ...weights, layers: keepLayers(layers) }
}

function failOutputs(outputs: number, needed: string): never {
  return failStep({
    kind: 'different-data',
    problem: `The model gives ${outputs} outputs, and the target asks for ${needed}`,
    advice: 'Choose the target that it was trained for, or name its classes in the order of the outputs.',
  })
}

/** The prepared columns that are the inputs, in their order. */
function inputsFor({ weights }: ReadLayers, data: Dataset, { columns }: Params): string[] {
  const names = data.table.columns.map(({ name }) => name)
  const given = columns.length > 0 ? columns.map(({ column }) => column) : featureColumns(names, data)
  if (given.length === weights.inputs) return given
  return failStep({
    kind: 'different-data',
    problem: `The model takes ${weights.inputs} inputs, and ${columns.length > 0 ? 'the list names' : 'the prepared data have'} ${given.length} columns`,
    advice: 'List the columns in the order of the inputs under Columns, or change the preparation.',
  })
}
