import { formatPlural } from '@/base/format'
import { failStep } from '@/contract/errors'
import type { ParamsOf } from '@/contract/node'
import { defineRun, type RunContext } from '@/contract/run'
import { isTensorFlow } from '@/ml/layers/topology'
import { failFile, isModelFile, readJson } from '@/ml/modelFile/read'
import type { Dataset } from '@/values/dataset'
import definition from './definition'
import { fromModelFile } from './fromFile'
import { fromLayers } from './fromLayers'
import { fromOnnx, isOnnxFile } from './fromOnnx'
import { importPreview, importWarnings, type Imported } from './preview'
import { tryOut } from './trial'

type Params = ParamsOf<typeof definition>

export default defineRun(definition, async ({ params, inputs: { data }, context }) => {
  if (!params.file) return failStep({ kind: 'no-file', what: 'the file of a model' })
  const bytes = await contentOf(params.file, context)
  const imported = await readImported(bytes, { params, data, context })
  const { model } = imported
  await tryOut(model, data.raw, context)
  const named = { ...model, learner: { ...model.learner, node: context.node } }
  return {
    outputs: { model: { kind: 'model' as const, model: named, dataset: data } },
    preview: importPreview(imported, params.file.name),
    figure: formatPlural(model.features.length, 'feature'),
    metrics: imported.metrics,
    warnings: importWarnings(imported, data),
  }
})

async function contentOf(file: NonNullable<Params['file']>, { host }: RunContext): Promise<Uint8Array> {
  const bytes = await host.readFile(file.hash)
  return bytes ?? failStep({ kind: 'file-not-here', name: file.name })
}

async function readImported(
  bytes: Uint8Array,
  input: { params: Params; data: Dataset; context: RunContext },
): Promise<Imported> {
  const { params, data, context } = input
  if (isOnnxFile(bytes, params.file!.name))
    return { source: 'onnx', metrics: {}, layers: [], model: await fromOnnx(bytes, input) }
  const content = readJson(bytes)
  if (isModelFile(content))
    return { source: 'stagecraft', layers: [], ...fromModelFile(content, data, params, context) }
  if (!isTensorFlow(content))
    return failFile(
      'This JSON file is no model that can be read here',
      'Choose a model downloaded from a result here, model.json of a TensorFlow.js layers model, or an ONNX file.',
    )
  if (!params.weights)
    return failFile(
      'The weights of the TensorFlow.js model are not chosen yet',
      'Choose the .bin file that lies beside model.json.',
    )
  const weights = await contentOf(params.weights, context)
  return { source: 'tfjs', metrics: {}, ...(await fromLayers(content, weights, input)) }
}
