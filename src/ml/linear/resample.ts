import { hashSeed } from '@/base/hash'
import { makeRandom } from '@/base/random'
import type { TrainingData } from '@/contract/catalog'
import { quietly, type Pulse } from '@/contract/pulse'
import type { Intervals } from './intervals'
import type { LinearWeights } from './linearRegression'

type Rows = Pick<TrainingData, 'x' | 'y'>

/**
 * 95 % percentile intervals of coefficients by the bootstrap: fits `count` times on as many rows, drawn with replacement.
 * Efron & Tibshirani (1993), chapter 13.
 */
export async function resampledIntervals(
  { data, count, seed }: { data: Rows; count: number; seed: number },
  fit: (data: Rows, pulse: Pulse) => Promise<{ weights: LinearWeights }>,
  pulse: Pulse,
): Promise<Intervals> {
  const { columns } = data.x
  const found = Array.from({ length: columns + 1 }, () => new Float64Array(count))
  for (let i = 0; i < count; i++) {
    await pulse.breathe()
    pulse.progress({ share: i / count, message: `Resample ${i + 1} of ${count}` })
    const { weights } = await fit(drawn(data, hashSeed(seed, 'resample', i)), quietly(pulse))
    for (let j = 0; j < columns; j++) found[j][i] = weights.coefficients[j]
    found[columns][i] = weights.intercept
  }
  for (const values of found) values.sort()
  const bound = (share: number) => Float64Array.from(found, (values) => quantileOf(values, share))
  const [low, high] = [bound(0.025), bound(0.975)]
  return {
    low: low.slice(0, columns),
    high: high.slice(0, columns),
    interceptLow: low.slice(columns),
    interceptHigh: high.slice(columns),
    method: `Intervals are 95 %, from ${count} fits on rows drawn with replacement (bootstrap). They show how much a weight depends on which rows there are; the pull of the penalty towards zero stays in them.`,
  }
}

function drawn({ x, y }: Rows, seed: number): Rows {
  const random = makeRandom(seed)
  const values = new Float64Array(x.values.length)
  const target = new Float64Array(y.length)
  for (let row = 0; row < x.rows; row++) {
    const from = random.integer(x.rows)
    values.set(x.values.subarray(from * x.columns, (from + 1) * x.columns), row * x.columns)
    target[row] = y[from]
  }
  return { x: { ...x, values }, y: target }
}

/** Linear between the two nearest order statistics. */
function quantileOf(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below] + (place - below) * (sorted[above] - sorted[below])
}
