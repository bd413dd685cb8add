import { exp, expm1, log1p, sigmoid, tanh } from '@/base/math'
import { softmaxInPlace } from '../linear/predictLinear'
import type { ActivationName } from './types'

const seluAlpha = 1.6732632423543772
const seluScale = 1.0507009873554805

const softplus = (x: number): number => (x > 0 ? x : 0) + log1p(exp(-Math.abs(x)))

/** Each unit by itself, as TensorFlow.js defines it (its hard sigmoid is that of Keras 2: 0.2 x + 0.5 within 0 and 1). */
const functions: Record<Exclude<ActivationName, 'softmax'>, (x: number, alpha: number) => number> = {
  linear: (x) => x,
  relu: (x) => (x > 0 ? x : 0),
  relu6: (x) => Math.min(Math.max(x, 0), 6),
  leakyrelu: (x, alpha) => (x >= 0 ? x : alpha * x),
  elu: (x, alpha) => (x >= 0 ? x : alpha * expm1(x)),
  selu: (x) => seluScale * (x >= 0 ? x : seluAlpha * expm1(x)),
  sigmoid,
  hardsigmoid: (x) => Math.min(Math.max(0.2 * x + 0.5, 0), 1),
  tanh,
  softplus,
  softsign: (x) => x / (1 + Math.abs(x)),
  swish: (x) => x * sigmoid(x),
}

/** Changes the outputs of one row in place. */
export function activate(values: Float64Array, name: ActivationName, alpha: number): void {
  if (name === 'softmax') return softmaxInPlace(values, 0, values.length)
  const apply = functions[name]
  for (let i = 0; i < values.length; i++) values[i] = apply(values[i], alpha)
}
