import type { Json, JsonObject } from '@/base/json'
import { failFile } from '../modelFile/read'

/** One layer as the file names it. */
export interface FileLayer {
  /** e.g. `Dense`. */
  kind: string
  name: string
  config: JsonObject
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const damaged = (what: string): never =>
  failFile(
    `The TensorFlow.js model is damaged: ${what}`,
    'Save it again, e.g. by model.save("downloads://model").',
  )

/** Whether a file is `model.json` of TensorFlow.js, of layers or of anything else. */
export const isTensorFlow = (content: JsonObject): boolean => 'modelTopology' in content

/**
 * Layers of a `model.json` in their order; those that are a chain, as other networks have no single input and output.
 * @throws StepFailure bad-file for a graph model, a branching model, or one that is damaged.
 */
export function readTopology(content: JsonObject): FileLayer[] {
  if (content.format === 'graph-model')
    failFile(
      'This is a graph model of TensorFlow.js, whose layers cannot be told apart',
      'Convert the Keras model with --output_format=tfjs_layers_model.',
    )
  const topology = parsed(content.modelTopology)
  const model = isObject(topology.model_config) ? topology.model_config : topology
  const kind = String(model.class_name)
  if (!['Sequential', 'Model', 'Functional'].includes(kind)) damaged(`its kind is “${kind}”`)
  const config = Array.isArray(model.config) ? { layers: model.config } : model.config
  const layers = isObject(config) && Array.isArray(config.layers) ? config.layers.map(readLayer) : []
  if (layers.length === 0) damaged('it names no layers')
  return kind === 'Sequential' ? layers.map(({ layer }) => layer) : chainOf(layers)
}

function parsed(topology: Json | undefined): JsonObject {
  if (isObject(topology)) return topology
  try {
    const value = typeof topology === 'string' ? (JSON.parse(topology) as Json) : null
    if (isObject(value)) return value
  } catch {
    // Told below.
  }
  return damaged('it holds no description of its layers')
}

interface Placed {
  layer: FileLayer
  /** Names of the layers that it takes its input from. */
  from: string[]
}

function readLayer(value: Json): Placed {
  if (!isObject(value) || !isObject(value.config)) return damaged('a layer has no settings')
  const name = typeof value.config.name === 'string' ? value.config.name : String(value.name ?? '')
  const [calls] = Array.isArray(value.inbound_nodes) ? value.inbound_nodes : []
  const from = Array.isArray(calls)
    ? calls.map((call) => (Array.isArray(call) ? String(call[0]) : damaged('a layer has no input')))
    : []
  return { layer: { kind: String(value.class_name), name, config: value.config }, from }
}

/** The layers from the input on; each but the last must be the input of exactly one other. */
function chainOf(placed: readonly Placed[]): FileLayer[] {
  const chain: FileLayer[] = []
  let next = placed.filter(({ from }) => from.length === 0)
  while (next.length > 0) {
    const [{ layer, from }] = next
    if (next.length > 1 || from.length > 1 || chain.length > placed.length) return failBranching(layer)
    chain.push(layer)
    next = placed.filter((one) => one.from.includes(layer.name))
  }
  return chain.length === placed.length ? chain : damaged('its layers do not follow one another')
}

const failBranching = ({ name, kind }: FileLayer): never =>
  failFile(
    `The model branches at the layer “${name}” (${kind}), and only chains of layers can be used here`,
    'Use a model whose layers follow one another, with one input and one output.',
  )
