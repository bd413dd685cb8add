import type { Weights } from '@/values/model'

/** What an imported ONNX model keeps: the file as it is, and which of its inputs and outputs are used. */
export interface OnnxWeights extends Weights {
  onnx: Uint8Array
  /** Names of the inputs in their order. */
  inputs: string[]
  /** `float32` or `float64`, of each input. */
  types: string[]
  /** Columns that each input takes; 0 for a list of numbers, one for each row. */
  widths: number[]
  output: string
}

export const isOnnx = (weights: Weights): weights is OnnxWeights => weights.onnx instanceof Uint8Array
