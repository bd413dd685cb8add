import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf'
import { pow } from '@/base/math'

/** A test of what residuals should be like; `p` is how often chance alone gives a statistic at least as large. */
export interface ResidualTest {
  statistic: number
  p: number
}

const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]
  return sum / values.length
}

/** Mean, and deviation with n − 1. */
export function spreadOf(values: ArrayLike<number>): { mean: number; deviation: number } {
  const mean = meanOf(values)
  let squares = 0
  for (let i = 0; i < values.length; i++) squares += (values[i] - mean) ** 2
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) }
}

/**
 * Breusch and Pagan's test in Koenker's form: n × R² of the squared residuals on the prediction, chi-squared with one
 * degree of freedom. Null where one of the two does not vary.
 */
export function breuschPagan(residuals: Float64Array, predicted: Float64Array): ResidualTest | null {
  const squared = residuals.map((value) => value * value)
  const [meanSquare, meanPredicted] = [meanOf(squared), meanOf(predicted)]
  let [xx, yy, xy] = [0, 0, 0]
  for (let i = 0; i < squared.length; i++) {
    const [x, y] = [predicted[i] - meanPredicted, squared[i] - meanSquare]
    xx += x * x
    yy += y * y
    xy += x * y
  }
  return tested(squared.length * ((xy / xx) * (xy / yy)), 1)
}

/** Jarque and Bera's test of a normal distribution, by skewness and kurtosis: chi-squared with two degrees of freedom. */
export function jarqueBera(residuals: Float64Array): ResidualTest | null {
  const mean = meanOf(residuals)
  let [second, third, fourth] = [0, 0, 0]
  for (const value of residuals) {
    const gap = value - mean
    second += gap ** 2
    third += gap ** 3
    fourth += gap ** 4
  }
  const n = residuals.length
  const variance = second / n
  const skewness = third / n / (variance * Math.sqrt(variance))
  const excess = fourth / n / (variance * variance) - 3
  return tested((n / 6) * (skewness * skewness + (excess * excess) / 4), 2)
}

const tested = (statistic: number, freedom: number): ResidualTest | null =>
  Number.isFinite(statistic) ? { statistic, p: 1 - chiSquareCdf(statistic, freedom) } : null

/** About 2 where neighbours are independent, towards 0 where they are alike, towards 4 where they alternate. */
export function durbinWatson(residuals: ArrayLike<number>): number | null {
  let [steps, squares] = [0, 0]
  for (let i = 0; i < residuals.length; i++) {
    squares += residuals[i] ** 2
    if (i > 0) steps += (residuals[i] - residuals[i - 1]) ** 2
  }
  const found = steps / squares
  return Number.isFinite(found) ? found : null
}

/** Filliben's estimate of the medians of uniform order statistics, as SciPy's `probplot` has it. */
export function orderMedian(place: number, count: number): number {
  const last = pow(0.5, 1 / count)
  if (place === count - 1) return last
  if (place === 0) return 1 - last
  return (place + 1 - 0.3175) / (count + 0.365)
}
