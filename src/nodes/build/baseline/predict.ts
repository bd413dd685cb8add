import { definePredictor } from '@/contract/catalog'
import definition from './definition'

export type BaselineWeights = { shares: Float64Array } | { value: number }

export default definePredictor<BaselineWeights>(definition, (weights, x) => {
  if ('value' in weights)
    return { rows: x.rows, width: 1, values: new Float64Array(x.rows).fill(weights.value) }
  const width = weights.shares.length
  const values = new Float64Array(x.rows * width)
  for (let row = 0; row < x.rows; row++) values.set(weights.shares, row * width)
  return { rows: x.rows, width, values }
})
