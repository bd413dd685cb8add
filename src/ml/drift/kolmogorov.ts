import { exp, log, pow } from '@/base/math'

/** Largest distance between two empirical distribution functions. @param a, b ascending, not empty. */
export function ksStatistic(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let i = 0
  let j = 0
  let largest = 0
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i], b[j])
    while (i < a.length && a[i] === value) i++
    while (j < b.length && b[j] === value) j++
    largest = Math.max(largest, Math.abs(i / a.length - j / b.length))
  }
  return largest
}

/**
 * P-value of the two-sample Kolmogorov–Smirnov test as SciPy's `ks_2samp(method="asymp")`: the one-sample
 * distribution at the rounded effective size n·m / (n + m).
 */
export function ksPValue(statistic: number, n: number, m: number): number {
  return kolmogorovSurvival(Math.max(1, roundHalfEven((n * m) / (n + m))), statistic)
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value)
  if (value - below !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}

/**
 * P(D_n > d) for the one-sample two-sided statistic, choosing the method by region as Simard & L'Ecuyer (2011).
 * @param n whole number, at least 1.
 */
export function kolmogorovSurvival(n: number, d: number): number {
  const t = n * d
  const spread = t * d
  if (d >= 1 || spread >= 370) return 0
  if (t <= 0.5) return 1
  if (t >= n - 1) return clip(2 * pow(1 - d, n))
  if (d >= 0.5 || spread > (n <= 140 ? 4 : 2.2)) return clip(2 * smirnovSurvival(n, d))
  if (n <= 140 || n * d * Math.sqrt(d) <= 1.4) return clip(1 - durbin(n, d))
  return clip(1 - pelzGood(n, d))
}

const clip = (probability: number): number => Math.min(1, Math.max(0, probability))

/** One-sided P(D+_n > d): Smirnov's sum, all of its terms positive. */
function smirnovSurvival(n: number, d: number): number {
  let logBinomial = 0
  let total = 0
  for (let j = 0; j <= Math.floor(n * (1 - d)); j++) {
    const rest = 1 - d - j / n
    if (rest > 0 || n === j) {
      const logRest = n === j ? 0 : (n - j) * log(rest)
      total += exp(logBinomial + (j - 1) * log(d + j / n) + logRest)
    }
    logBinomial += log((n - j) / (j + 1))
  }
  return d * total
}

/** P(D_n ≤ d) by powers of Durbin's matrix (Marsaglia, Tsang & Wang 2003). */
function durbin(n: number, d: number): number {
  const k = Math.ceil(n * d)
  const size = 2 * k - 1
  const base: Scaled = { values: durbinMatrix(k - n * d, size), exponent: 0 }
  const { values, exponent } = power(base, n, size)
  let probability = values[(k - 1) * size + k - 1]
  let scale = exponent
  for (let i = 1; i <= n; i++) {
    probability = (probability * i) / n
    if (probability < 1e-140) {
      probability *= 1e140
      scale -= 140
    }
  }
  return probability * pow(10, scale)
}

function durbinMatrix(h: number, size: number): Float64Array {
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) matrix[i * size + j] = i - j + 1 >= 0 ? 1 : 0
  for (let i = 0; i < size; i++) {
    matrix[i * size] -= pow(h, i + 1)
    matrix[(size - 1) * size + i] -= pow(h, size - i)
  }
  if (2 * h - 1 > 0) matrix[(size - 1) * size] += pow(2 * h - 1, size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) for (let g = 2; g <= i - j + 1; g++) matrix[i * size + j] /= g
  }
  return matrix
}

/** A matrix times ten to the exponent. */
interface Scaled {
  values: Float64Array
  exponent: number
}

function power(base: Scaled, n: number, size: number): Scaled {
  if (n === 1) return base
  const half = power(base, Math.floor(n / 2), size)
  const whole = multiply(half, half, size)
  return n % 2 === 0 ? whole : multiply(base, whole, size)
}

function multiply(a: Scaled, b: Scaled, size: number): Scaled {
  const values = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = a.values[i * size + k]
      for (let j = 0; j < size; j++) values[i * size + j] += factor * b.values[k * size + j]
    }
  }
  const exponent = a.exponent + b.exponent
  const middle = values[((size - 1) / 2) * (size + 1)]
  return middle > 1e140
    ? { values: values.map((value) => value * 1e-140), exponent: exponent + 140 }
    : { values, exponent }
}

/** P(D_n ≤ d) by the expansion of Pelz & Good (1976): three corrections to Kolmogorov's limit. */
function pelzGood(n: number, d: number): number {
  const z = Math.sqrt(n) * d
  const square = z * z
  const pi2 = Math.PI * Math.PI
  const last = Math.ceil((16 * z) / Math.PI)
  const sums = [0, 0, 0, 0]
  for (let k = last; k > 0; k--) {
    const odd = (2 * k - 1) * (2 * k - 1)
    const weight = exp((-pi2 / 8 / square) * odd)
    oddTerms(square, odd * pi2).forEach((term, order) => (sums[order] += term * weight))
    const even = exp((-pi2 / 2 / square) * k * k) * k * k * pi2
    sums[2] -= 2 * square * square * even
    sums[3] += 30 * square * square * (3 * square - pi2 * k * k) * even
  }
  const root = Math.sqrt(n)
  const divisors = [z, 6 * pow(z, 4) * root, 72 * pow(z, 7) * n, 6480 * pow(z, 10) * n * root]
  return Math.sqrt(2 * Math.PI) * sums.reduce((total, value, order) => total + value / divisors[order], 0)
}

/** Coefficients of the four orders; s = z², m = π² times the square of an odd number. */
function oddTerms(s: number, m: number): number[] {
  const [s2, m2] = [s * s, m * m]
  const [s3, m3] = [s2 * s, m2 * m]
  return [
    1,
    -s + m / 4,
    6 * s3 + 2 * s2 + ((2 * s2 - 5 * s) * m) / 4 + ((1 - 2 * s) * m2) / 16,
    -30 * s3 -
      90 * s2 * s2 +
      ((135 * s2 - 96 * s3) * m) / 4 +
      ((212 * s2 - 60 * s) * m2) / 16 +
      ((5 - 30 * s) * m3) / 64,
  ]
}
