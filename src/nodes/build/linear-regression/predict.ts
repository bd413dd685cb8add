import { definePredictor } from '@/contract/catalog'
import { linearValues } from '@/ml/linear/predictLinear'
import type { LinearWeights } from '@/ml/linear/linearRegression'
import definition from './definition'

export default definePredictor<LinearWeights>(definition, (weights, x) => {
  return { rows: x.rows, width: 1, values: linearValues(x, weights.coefficients, weights.intercept) }
})
