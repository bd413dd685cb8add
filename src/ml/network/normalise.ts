import { normEpsilon } from './network'

/** One layer's batch normalisation: what it learns, and what it remembers for scoring. */
export interface Norm {
  gain: Float32Array
  bias: Float32Array
  mean: Float32Array
  variance: Float32Array
}

/** Share of the newest batch in the running statistics. */
const newest = 0.1

/**
 * Batch normalisation (Ioffe & Szegedy 2015) of sums, `rows × units`, in place: each unit to mean 0 and variance 1 over
 * the batch, then times its gain, plus its bias. The running statistics move towards those of the batch, the variance
 * unbiased, as in PyTorch.
 *
 * @param scaled is given the sums at mean 0 and variance 1, for the way back
 * @returns 1 / deviation of each unit in this batch
 */
export function normaliseBatch(sums: Float32Array, scaled: Float32Array, norm: Norm): Float64Array {
  const units = norm.gain.length
  const rows = sums.length / units
  const { means, variances } = momentsOf(sums, units)
  const perDeviation = variances.map((variance) => 1 / Math.sqrt(variance + normEpsilon))
  for (let at = 0, unit = 0; at < sums.length; at++) {
    scaled[at] = (sums[at] - means[unit]) * perDeviation[unit]
    sums[at] = scaled[at] * norm.gain[unit] + norm.bias[unit]
    if (++unit === units) unit = 0
  }
  for (let unit = 0; unit < units; unit++) {
    norm.mean[unit] += newest * (means[unit] - norm.mean[unit])
    norm.variance[unit] += newest * ((variances[unit] * rows) / (rows - 1) - norm.variance[unit])
  }
  return perDeviation
}

function momentsOf(values: Float32Array, units: number): { means: Float64Array; variances: Float64Array } {
  const rows = values.length / units
  const means = new Float64Array(units)
  const variances = new Float64Array(units)
  for (let at = 0, unit = 0; at < values.length; at++) {
    means[unit] += values[at] / rows
    if (++unit === units) unit = 0
  }
  for (let at = 0, unit = 0; at < values.length; at++) {
    variances[unit] += (values[at] - means[unit]) ** 2 / rows
    if (++unit === units) unit = 0
  }
  return { means, variances }
}

/**
 * The way back: slopes along gain and bias, and `delta`, the slopes along the outputs, turned into those along the sums,
 * in place. The batch's mean and variance depend on every row, so every row has a share in each slope.
 */
export function descendNorm(
  delta: Float32Array,
  scaled: Float32Array,
  { gain, perDeviation }: { gain: Float32Array; perDeviation: Float64Array },
  out: { gain: Float32Array; bias: Float32Array },
): void {
  const units = gain.length
  const rows = delta.length / units
  const along = new Float64Array(units)
  const sums = new Float64Array(units)
  for (let at = 0, unit = 0; at < delta.length; at++) {
    along[unit] += delta[at] * scaled[at]
    sums[unit] += delta[at]
    if (++unit === units) unit = 0
  }
  out.gain.set(along)
  out.bias.set(sums)
  for (let at = 0, unit = 0; at < delta.length; at++) {
    const centred = delta[at] - (sums[unit] + scaled[at] * along[unit]) / rows
    delta[at] = gain[unit] * perDeviation[unit] * centred
    if (++unit === units) unit = 0
  }
}

/** With the running statistics, as in scoring; in place. */
export function normaliseRunning(sums: Float32Array, norm: Norm): void {
  const units = norm.gain.length
  const factors = norm.gain.map((gain, unit) => gain / Math.sqrt(norm.variance[unit] + normEpsilon))
  for (let at = 0, unit = 0; at < sums.length; at++) {
    sums[at] = (sums[at] - norm.mean[unit]) * factors[unit] + norm.bias[unit]
    if (++unit === units) unit = 0
  }
}
