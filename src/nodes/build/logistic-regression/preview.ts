import { formatMetric } from '@/base/format'
import type { LogisticModelWeights } from '@/ml/linear/logisticModel'
import { thinCurve } from '@/ml/network/curve'
import type { Model } from '@/values/model'
import { coefficientPreview, type CoefficientPreview } from '../coefficients'
import type { BuildPreview, Picture } from '../learnerRun'

export interface LogisticPicture extends CoefficientPreview {
  /** Mean loss with penalty after each iteration (from the start), thinned to at most 200 points. */
  curve: { step: number[]; loss: number[] }
  iterations: number
  converged: boolean
  /** Features with a weight that is not 0, for any class. */
  used?: number
}

export type LogisticPreview = BuildPreview & LogisticPicture

export function logisticPicture(model: Model): Picture<LogisticPicture> {
  const weights = model.weights as unknown as LogisticModelWeights
  const present = Array.from(weights.present, (code) => model.classes[code])
  const outputs = present.length === 2 ? [present[1]] : present
  const loss = weights.loss[weights.loss.length - 1]
  const steps = thinCurve(weights.loss.length)
  return {
    preview: {
      ...coefficientPreview(model.features, outputs, weights),
      curve: { step: steps, loss: steps.map((step) => weights.loss[step]) },
      iterations: weights.iterations,
      converged: weights.converged,
      used: usedFeatures(model.features.length, weights),
    },
    figure: `loss ${formatMetric(loss)}`,
    metrics: { trainingLoss: loss, iterations: weights.iterations },
  }
}

const usedFeatures = (features: number, { coefficients }: LogisticModelWeights): number =>
  new Set([...coefficients.keys()].filter((i) => coefficients[i] !== 0).map((i) => i % features)).size
