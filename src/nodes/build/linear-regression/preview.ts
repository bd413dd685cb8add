import { formatCount } from '@/base/format'
import type { LinearModelWeights, LinearParams, RobustSearch, SparseSearch } from '@/ml/linear/linearModel'
import type { Model } from '@/values/model'
import { coefficientPreview, type CoefficientPreview } from '../coefficients'
import type { BuildPreview, Picture } from '../learnerRun'

export interface LinearPicture extends CoefficientPreview {
  search?: SparseSearch | RobustSearch
  /** Features whose weight is not 0. */
  used?: number
}

export type LinearPreview = BuildPreview & LinearPicture

export function linearPicture(model: Model): Picture<LinearPicture> {
  const weights = model.weights as unknown as LinearModelWeights
  const { method } = model.learner.params as unknown as LinearParams
  const fitted = { ...weights, intercepts: [weights.intercept] }
  const count = model.features.length
  const used = weights.coefficients.filter((value) => value !== 0).length
  const words = count === 1 ? 'weight' : 'weights'
  const isSparse = method === 'lasso' || method === 'elasticNet'
  return {
    preview: {
      ...coefficientPreview(model.features, [model.target], fitted),
      ...(weights.search ? { search: weights.search } : {}),
      used,
    },
    figure: isSparse
      ? `${formatCount(used)} of ${formatCount(count)} ${words}`
      : `${formatCount(count)} ${words}`,
  }
}
