import { definePredictor } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import { predictLayers } from '@/ml/layers/predictLayers'
import type { LayersWeights } from '@/ml/layers/types'
import { isOnnx, type OnnxWeights } from '@/ml/onnx/types'
import definition from './definition'

/**
 * Of TensorFlow.js layers; a model that was downloaded here keeps the type that it was trained by. ONNX models need a
 * runtime, which the endpoint does not have.
 */
export default {
  ...definePredictor<LayersWeights | OnnxWeights>(definition, (weights, x, classes) =>
    isOnnx(weights) ? failEndpoint() : predictLayers(weights as LayersWeights, x, classes),
  ),
  needsRuntime: isOnnx,
}

const failEndpoint = (): never =>
  failStep({
    kind: 'endpoint',
    problem: 'An ONNX model is run by a program of 14 MB, which the endpoint does not carry',
    advice:
      'Deploy a model that was trained here, a model file of Stagecraft or a TensorFlow.js layers model.',
  })
