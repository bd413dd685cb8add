import type { RuntimePredictor } from '@/contract/catalog'
import { predictOnnx } from '@/ml/onnx/predictOnnx'
import type { OnnxWeights } from '@/ml/onnx/types'
import definition from './definition'

/** Of ONNX models, by onnxruntime-web. */
export default {
  type: definition.type,
  predict: (weights, x, classes) => predictOnnx(weights as OnnxWeights, x, classes),
} satisfies RuntimePredictor
