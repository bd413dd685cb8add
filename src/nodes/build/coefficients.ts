import type { LinearWeights } from '@/ml/linear/linearRegression'

/** The pull of one feature. */
export interface Coefficient {
  feature: string
  /** In the units of the data; one figure per row of coefficients (one for two classes or a value, else one a class). */
  raw: number[]
  /** Coefficient × standard deviation of the feature: comparable between features. */
  standardised: number[]
}

export interface CoefficientPreview {
  /** Strongest first, at most 40. */
  coefficients: Coefficient[]
  /** How many there are in all. */
  coefficientCount: number
  intercepts: number[]
  /** Names of the rows of coefficients: the positive direction of each. At most 20. */
  outputs: string[]
}

const mostCoefficients = 40
const mostOutputs = 20

type Fitted = Pick<LinearWeights, 'coefficients' | 'deviations'> & { intercepts: ArrayLike<number> }

/** The coefficients that matter most, with what they are called; bounded whatever the size of the model. */
export function coefficientPreview(
  features: string[],
  outputs: string[],
  weights: Fitted,
): CoefficientPreview {
  const width = Math.min(weights.intercepts.length, mostOutputs)
  const all = features.map((feature, i) => {
    const raw = Array.from(
      { length: width },
      (_, output) => weights.coefficients[output * features.length + i],
    )
    return { feature, raw, standardised: raw.map((value) => value * weights.deviations[i]) }
  })
  const strength = (coefficient: Coefficient) => Math.max(...coefficient.standardised.map(Math.abs))
  return {
    coefficients: all.sort((a, b) => strength(b) - strength(a)).slice(0, mostCoefficients),
    coefficientCount: features.length,
    intercepts: Array.from(weights.intercepts).slice(0, width),
    outputs: outputs.slice(0, width),
  }
}
