import { formatCount } from '@/base/format'
import type { LinearWeights } from '@/ml/linear/linearRegression'
import type { Model } from '@/values/model'
import { coefficientPreview, type CoefficientPreview } from '../coefficients'
import type { BuildPreview, Picture } from '../learnerRun'

export type LinearPreview = BuildPreview & CoefficientPreview

export function linearPicture(model: Model): Picture<CoefficientPreview> {
  const weights = model.weights as LinearWeights
  const fitted = { ...weights, intercepts: [weights.intercept] }
  const count = model.features.length
  return {
    preview: coefficientPreview(model.features, [model.target], fitted),
    figure: `${formatCount(count)} ${count === 1 ? 'weight' : 'weights'}`,
  }
}
