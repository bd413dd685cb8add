import { fused, tanh, tensor1d, tensor2d, tidy, type Tensor2D } from '@tensorflow/tfjs-core'
import { inputsOf, type Activation, type Network } from './network'

/** The parameters as tensors; made inside a `tidy`, so that they end with the step. */
export interface Layer {
  kernel: Tensor2D
  bias: ReturnType<typeof tensor1d>
  /** Null for the output layer, which gives raw values. */
  activation: Activation | null
}

export function toLayers(network: Network): Layer[] {
  return network.kernels.map((kernel, i) => ({
    kernel: tensor2d(kernel, [inputsOf(network, i), network.units[i]]),
    bias: tensor1d(network.biases[i]),
    activation: network.activations[i] ?? null,
  }))
}

/** One layer: the product, the bias and the activation in one kernel call where wasm has it. */
export function applyLayer(input: Tensor2D, { kernel, bias, activation }: Layer): Tensor2D {
  if (activation === 'tanh') return tanh(fused.matMul({ a: input, b: kernel, bias }) as Tensor2D)
  return fused.matMul({ a: input, b: kernel, bias, activation: activation ?? 'linear' }) as Tensor2D
}

/** Raw outputs of the rows, `rows × outputs`. */
export function forward(network: Network, x: Float32Array): Float32Array {
  const rows = x.length / network.inputs
  return tidy(() => {
    const start = tensor2d(x, [rows, network.inputs])
    return toLayers(network).reduce(applyLayer, start).dataSync() as Float32Array
  })
}
