import type { Intervals, NoIntervals } from '@/ml/linear/intervals'
import type { LinearWeights } from '@/ml/linear/linearRegression'

/** The pull of one feature. */
export interface Coefficient {
  feature: string
  /** In the units of the data; one figure per row of coefficients (one for two classes or a value, else one a class). */
  raw: number[]
  /** Coefficient × standard deviation of the feature: comparable between features. */
  standardised: number[]
  /** 95 % interval of each raw figure; null where it has none. Absent where no feature has one. */
  low?: (number | null)[]
  high?: (number | null)[]
  /** Standard deviation of the feature in the training rows. */
  deviation?: number
}

export interface CoefficientPreview {
  /** Strongest first, at most 40. */
  coefficients: Coefficient[]
  /** How many there are in all. */
  coefficientCount: number
  intercepts: number[]
  /** Names of the rows of coefficients: the positive direction of each. At most 20. */
  outputs: string[]
  interceptLow?: (number | null)[]
  interceptHigh?: (number | null)[]
  /** How the intervals were made, or why there are none. */
  intervalNote?: string
}

const mostCoefficients = 40
const mostOutputs = 20

type Fitted = Pick<LinearWeights, 'coefficients' | 'deviations'> & {
  intercepts: ArrayLike<number>
  intervals?: Intervals | NoIntervals
}

/** The coefficients that matter most, with what they are called; bounded whatever the size of the model. */
export function coefficientPreview(
  features: string[],
  outputs: string[],
  weights: Fitted,
): CoefficientPreview {
  const width = Math.min(weights.intercepts.length, mostOutputs)
  const intervals = weights.intervals && 'low' in weights.intervals ? weights.intervals : null
  const rowOf = (values: Float64Array, i: number): number[] =>
    Array.from({ length: width }, (_, output) => values[output * features.length + i])
  const all = features.map((feature, i): Coefficient => {
    const raw = rowOf(weights.coefficients, i)
    const own = { feature, raw, standardised: raw.map((value) => value * weights.deviations[i]) }
    if (!intervals) return own
    const { low, high } = intervals
    return {
      ...own,
      low: rowOf(low, i).map(orNull),
      high: rowOf(high, i).map(orNull),
      deviation: weights.deviations[i],
    }
  })
  const strength = (coefficient: Coefficient) => Math.max(...coefficient.standardised.map(Math.abs))
  return {
    coefficients: all.sort((a, b) => strength(b) - strength(a)).slice(0, mostCoefficients),
    coefficientCount: features.length,
    intercepts: Array.from(weights.intercepts).slice(0, width),
    outputs: outputs.slice(0, width),
    ...noteOf(weights.intervals, width),
  }
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

function noteOf(intervals: Intervals | NoIntervals | undefined, width: number): Partial<CoefficientPreview> {
  if (!intervals) return {}
  if (!('low' in intervals)) return { intervalNote: intervals.reason }
  return {
    interceptLow: Array.from(intervals.interceptLow, orNull).slice(0, width),
    interceptHigh: Array.from(intervals.interceptHigh, orNull).slice(0, width),
    intervalNote: intervals.method,
  }
}
