import { hashSeed } from '@/base/hash'
import { failStep } from '@/contract/errors'
import type { ParamsOf } from '@/contract/node'
import type { RunContext } from '@/contract/run'
import { withFingerprint } from '@/ml/fingerprint'
import { failFile } from '@/ml/modelFile/read'
import { describeOnnx, type OnnxFile } from '@/ml/onnx/describeOnnx'
import type { OnnxWeights } from '@/ml/onnx/types'
import { resolveTarget } from '@/ml/task'
import { adoptModel } from '@/ml/train'
import type { Dataset } from '@/values/dataset'
import type { Task } from '@/values/objective'
import type { Model } from '@/values/model'
import { learnerOf, trainJob } from '../learnerRun'
import { withClasses } from './classes'
import definition from './definition'
import { tellClasses } from './onnxClasses'
import { pairInputs } from './onnxInputs'

type Params = ParamsOf<typeof definition>

/** A protocol buffer of a model begins with the version of its format, the field 1; JSON never does. */
export const isOnnxFile = (bytes: Uint8Array, name: string): boolean =>
  bytes[0] === 8 || name.toLowerCase().endsWith('.onnx')

/**
 * An ONNX model over the prepared columns of these data.
 * @throws StepFailure bad-file, different-data, or parameter where classes and outputs do not fit.
 */
export async function fromOnnx(
  bytes: Uint8Array,
  { params, data, context }: { params: Params; data: Dataset; context: RunContext },
): Promise<Model> {
  const file = await describeOnnx(bytes)
  const resolved = withClasses(resolveTarget(data), params.classes)
  const { features, ...inputs } = pairInputs(file.inputs, data, params)
  const weights: OnnxWeights = { onnx: bytes, ...inputs, output: outputOf(file, resolved.task) }
  const learner = learnerOf(definition, context.node, { file: params.file })
  const job = trainJob(data, learner, hashSeed(context.seed, context.node, 'train'))
  const model = await adoptModel(job, resolved, { weights, features, warnings: [] }, context)
  if (model.task === 'regression') return model
  const named = params.classes.trim() !== ''
  const classes = await tellClasses(model, { raw: data.raw, label: file.label, named }, context)
  return withFingerprint({ ...model, classes })
}

/** The one output of numbers, or the one of probabilities where there are several. */
function outputOf({ scores, label }: OnnxFile, task: Task): string {
  const regression = task === 'regression'
  if (regression && label !== null)
    failStep({
      kind: 'different-data',
      problem: `The ONNX model decides between classes (“${label.name}”), and the target asks for one value`,
      advice: 'Choose the target that it was trained for.',
    })
  const likely = scores.length === 1 ? scores : scores.filter((name) => /prob/i.test(name))
  if (likely.length === 1) return likely[0]
  return failFile(
    `The ONNX model has ${scores.length} outputs of numbers (“${scores.slice(0, 5).join('”, “')}”), and it is not told which are ${regression ? 'the values' : 'the probabilities'}`,
    regression
      ? 'Export the model with one output.'
      : 'Export the model with one such output, or with “probabilities” as its name.',
  )
}
