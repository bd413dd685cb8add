import { definePredictor } from '@/contract/catalog'
import { predictLayers } from '@/ml/layers/predictLayers'
import type { LayersWeights } from '@/ml/layers/types'
import definition from './definition'

/** Of TensorFlow.js layers; a model that was downloaded here keeps the type that it was trained by. */
export default definePredictor<LayersWeights>(definition, predictLayers)
