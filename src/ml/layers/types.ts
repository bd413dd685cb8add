import type { Weights } from '@/values/model'

export const activations = [
  'linear',
  'relu',
  'relu6',
  'leakyrelu',
  'elu',
  'selu',
  'sigmoid',
  'hardsigmoid',
  'tanh',
  'softplus',
  'softsign',
  'swish',
  'softmax',
] as const
export type ActivationName = (typeof activations)[number]

/** One layer as scoring needs it; float32 as it was trained, scoring computes in float64. */
export type Layer =
  | { kind: 'dense'; units: number; kernel: Float32Array; bias: Float32Array }
  /** `x · scale + shift` for each unit: a batch normalisation, whose moving averages are fixed once it is trained. */
  | { kind: 'scale'; scale: Float64Array; shift: Float64Array }
  | { kind: 'activation'; name: ActivationName; alpha: number }

/** What an imported network keeps: its layers under their place, as weights are no lists of objects. */
export interface LayersWeights extends Weights {
  inputs: number
  outputs: number
  layers: Record<string, Weights>
}

export const layersOf = ({ layers }: Pick<LayersWeights, 'layers'>): Layer[] =>
  Object.values(layers) as unknown as Layer[]

export const keepLayers = (layers: readonly Layer[]): LayersWeights['layers'] =>
  ({ ...layers }) as unknown as LayersWeights['layers']
