import { exp, log, sigmoid } from '@/base/math'
import { softmaxInPlace } from '../linear/predictLinear'

/** What the last layer gives: a value, the chance of the second class, or the chances of several. */
export type Head = 'value' | 'binary' | 'softmax'

/** Mean loss of the rows, and its slope along each output (`rows × outputs`). */
export interface OutputLoss {
  loss: number
  delta: Float32Array
}

/**
 * Half the squared error (value) or the cross-entropy (binary, softmax) of raw outputs against the truth: class
 * codes, or standardised values. For all three the slope is `prediction − truth`, divided by the number of rows.
 *
 * @param classWeights how much the rows of each class count; all 1 where absent
 */
export function outputLoss(
  head: Head,
  outputs: Float32Array,
  truth: Float32Array,
  classWeights?: Float64Array | null,
): OutputLoss {
  const rows = truth.length
  const width = outputs.length / rows
  const errors = new Float64Array(outputs)
  const sum = lossOf[head](errors, truth, { width, classWeights: classWeights ?? null })
  const delta = new Float32Array(errors.length)
  for (let i = 0; i < delta.length; i++) delta[i] = errors[i] / rows
  return { loss: sum / rows, delta }
}

interface Shape {
  width: number
  classWeights: Float64Array | null
}

/** Each turns outputs into errors in place and returns the summed loss. */
const lossOf: Record<Head, (outputs: Float64Array, truth: Float32Array, shape: Shape) => number> = {
  value(outputs, truth) {
    let sum = 0
    for (let row = 0; row < truth.length; row++) {
      outputs[row] -= truth[row]
      sum += outputs[row] ** 2 / 2
    }
    return sum
  },
  binary(outputs, truth, { classWeights }) {
    let sum = 0
    for (let row = 0; row < truth.length; row++) {
      const weight = classWeights ? classWeights[truth[row]] : 1
      const away = truth[row] === 1 ? -outputs[row] : outputs[row]
      sum += weight * (Math.max(away, 0) + log(1 + exp(-Math.abs(away))))
      outputs[row] = weight * (sigmoid(outputs[row]) - truth[row])
    }
    return sum
  },
  softmax(outputs, truth, { width, classWeights }) {
    let sum = 0
    for (let row = 0, start = 0; row < truth.length; row++, start += width) {
      softmaxInPlace(outputs, start, width)
      const own = start + truth[row]
      // Math.max would turn NaN into a number in some places and hide that training has diverged.
      const weight = classWeights ? classWeights[truth[row]] : 1
      sum -= weight * log(outputs[own] < 1e-300 ? 1e-300 : outputs[own])
      outputs[own] -= 1
      if (classWeights) for (let i = start; i < start + width; i++) outputs[i] *= weight
    }
    return sum
  },
}
