import type { JsonObject } from '@/base/json'
import { failFile } from '../modelFile/read'
import { readManifest, type FileWeight } from './manifest'
import { readTopology, type FileLayer } from './topology'
import { activations, keepLayers, type ActivationName, type Layer, type LayersWeights } from './types'

/** A layers model as scoring needs it, and what its layers are called. */
export interface ReadLayers {
  weights: LayersWeights
  layers: { name: string; kind: string; units: number }[]
  /** What the last layer ends in. */
  ending: ActivationName
}

/** Layers that do nothing once the model is trained, or only put one row's numbers into another form. */
const idle = new Set([
  'InputLayer',
  'Dropout',
  'SpatialDropout1D',
  'AlphaDropout',
  'GaussianDropout',
  'GaussianNoise',
  'ActivityRegularization',
  'Flatten',
])

/**
 * A TensorFlow.js layers model (`model.json` and its weights) whose layers are a chain of dense layers, activations,
 * batch normalisations and what does nothing after training.
 * @throws StepFailure bad-file, naming the layer that cannot be used.
 */
export function readLayers(content: JsonObject, bytes: Uint8Array): ReadLayers {
  const found = readTopology(content)
  const weights = readManifest(content, bytes)
  const inputs = inputsOf(found)
  const layers: Layer[] = []
  const told: ReadLayers['layers'] = []
  let width = inputs
  for (const layer of found) {
    const own = readLayer(layer, width, weightsOf(layer, weights))
    for (const one of own) {
      if (one.kind === 'dense') width = one.units
      layers.push(one)
    }
    told.push({ name: layer.name, kind: layer.kind, units: width })
  }
  const last = layers.at(-1)
  const ending = last?.kind === 'activation' ? last.name : 'linear'
  return { weights: { inputs, outputs: width, layers: keepLayers(layers) }, layers: told, ending }
}

function inputsOf([first]: FileLayer[]): number {
  const shape = first.config.batch_input_shape ?? first.config.batch_shape
  const [, ...sides] = Array.isArray(shape) ? shape : []
  const known = sides.length > 0 && sides.every((side) => typeof side === 'number' && side > 0)
  if (!known)
    return failFile(
      `The first layer “${first.name}” does not say how many numbers it takes`,
      'Save the model after it was built with an input shape.',
    )
  return (sides as number[]).reduce((product, side) => product * side, 1)
}

/** By their last name, e.g. `kernel` of `dense_1/kernel`. */
function weightsOf({ name }: FileLayer, weights: readonly FileWeight[]): Map<string, FileWeight> {
  const own = weights.filter((weight) => weight.name.split('/').slice(0, -1).includes(name))
  return new Map(own.map((weight) => [weight.name.split('/').at(-1)!.replace(/:\d+$/, ''), weight]))
}

function readLayer(layer: FileLayer, width: number, weights: Map<string, FileWeight>): Layer[] {
  if (idle.has(layer.kind)) return []
  if (layer.kind === 'Dense') return readDense(layer, width, weights)
  if (layer.kind === 'BatchNormalization') return [readNormalisation(layer, width, weights)]
  if (layer.kind === 'Activation') return activation(layer, layer.config.activation)
  if (layer.kind === 'Softmax') return activation(layer, 'softmax')
  if (layer.kind === 'ReLU') return activation(layer, layer.config.max_value === 6 ? 'relu6' : 'relu')
  if (layer.kind === 'LeakyReLU') return activation(layer, 'leakyrelu', numberOr(layer.config.alpha, 0.3))
  if (layer.kind === 'ELU') return activation(layer, 'elu', numberOr(layer.config.alpha, 1))
  return refuse(layer, `is of the kind ${layer.kind}, which cannot be used here`)
}

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise

function readDense(layer: FileLayer, width: number, weights: Map<string, FileWeight>): Layer[] {
  const units = Number(layer.config.units)
  if (!Number.isInteger(units) || units < 1) refuse(layer, 'does not say how many units it has')
  const kernel = weightOf(layer, weights, { name: 'kernel', size: width * units })
  const bias =
    layer.config.use_bias === false
      ? new Float32Array(units)
      : weightOf(layer, weights, { name: 'bias', size: units })
  return [{ kind: 'dense', units, kernel, bias }, ...activation(layer, layer.config.activation)]
}

/** γ (x − mean) / √(variance + ε) + β as one product and one sum for each unit. */
function readNormalisation(layer: FileLayer, width: number, weights: Map<string, FileWeight>): Layer {
  const of = (name: string) => weightOf(layer, weights, { name, size: width })
  const gamma = layer.config.scale === false ? null : of('gamma')
  const beta = layer.config.center === false ? null : of('beta')
  const mean = of('moving_mean')
  const epsilon = numberOr(layer.config.epsilon, 0.001)
  const scale = Float64Array.from(
    of('moving_variance'),
    (variance, i) => (gamma?.[i] ?? 1) / Math.sqrt(variance + epsilon),
  )
  return { kind: 'scale', scale, shift: scale.map((factor, i) => (beta?.[i] ?? 0) - mean[i] * factor) }
}

function weightOf(
  layer: FileLayer,
  weights: Map<string, FileWeight>,
  { name, size }: { name: string; size: number },
): Float32Array {
  const found = weights.get(name)
  if (!found) return refuse(layer, `has no weight “${name}” in the file`)
  if (found.values.length !== size)
    return refuse(layer, `has ${found.values.length} numbers as its “${name}”, and ${size} are needed`)
  return found.values
}

function activation(layer: FileLayer, named: unknown, alpha = 1): Layer[] {
  const wanted = String(named ?? 'linear')
    .replaceAll('_', '')
    .toLowerCase()
  const name = wanted === 'silu' ? 'swish' : activations.find((known) => known === wanted)
  if (name === undefined) return refuse(layer, `has the activation “${wanted}”, which cannot be used here`)
  return name === 'linear' ? [] : [{ kind: 'activation', name, alpha }]
}

const refuse = ({ name }: FileLayer, problem: string): never =>
  failFile(
    `The layer “${name}” ${problem}`,
    'Dense, activation, batch normalisation, dropout and flatten layers can be used, one after the other.',
  )
