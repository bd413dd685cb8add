import { formatMetric } from '@/base/format'
import { parameterCount, type NetworkWeights } from '@/ml/network/network'
import { liveCurve, type LiveCurve } from '@/ml/network/report'
import type { Model } from '@/values/model'
import type { BuildPreview, Picture } from '../learnerRun'
import type { LayerPicture } from './layerPictures'
import type { Surface } from './surface'

export interface NetworkPicture {
  /** Mean loss per epoch, thinned to at most 200 points; of the same shape as the live picture during training. */
  curve: LiveCurve
  epochs: number
  /** Epoch that the weights are from. */
  bestEpoch: number
  stoppedEarly: boolean
  /** Units from the inputs to the output. */
  shape: number[]
  parameters: number
}

/** What only results of later versions have. */
export interface NetworkDetails {
  layers?: LayerPicture[]
  /** Null where there are not two numbers to draw over. */
  surface?: Surface | null
}

export type NetworkPreview = BuildPreview & NetworkPicture & NetworkDetails

export function networkPicture(model: Model): Picture<NetworkPicture> {
  const weights = model.weights as NetworkWeights
  const epochs = weights.loss.length
  const best = weights.bestEpoch - 1
  const validated = weights.validationLoss.length > 0
  const loss = validated ? weights.validationLoss[best] : weights.loss[best]
  return {
    preview: {
      curve: liveCurve(weights, typeof weights.metric === 'string' ? weights.metric : 'none'),
      epochs,
      bestEpoch: weights.bestEpoch,
      stoppedEarly: weights.stoppedEarly,
      shape: [weights.inputs, ...weights.units],
      parameters: parameterCount(weights),
    },
    figure: `${validated ? 'val. loss' : 'loss'} ${formatMetric(loss)}`,
    metrics: {
      trainingLoss: weights.loss[best],
      ...(validated ? { validationLoss: weights.validationLoss[best] } : {}),
      epochs,
    },
  }
}
