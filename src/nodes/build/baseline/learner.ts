import { defineLearner, type TrainingData } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import { classCounts } from '@/ml/linear/classes'
import type { Weights } from '@/values/model'
import definition from './definition'

export default defineLearner(definition, {
  tasks: ['binary', 'multiclass', 'regression'],
  async fit(data, params) {
    if (data.y.length === 0) failStep({ kind: 'no-rows', what: 'training' })
    const weights: Weights =
      data.task === 'regression' ? { value: centre(data.y, params.number) } : { shares: classShares(data) }
    return { weights, warnings: [] }
  },
})

const classShares = (data: TrainingData): Float64Array =>
  classCounts(data).map((count) => count / data.y.length)

const centre = (values: Float64Array, kind: 'mean' | 'median'): number =>
  kind === 'mean' ? mean(values) : median(values)

/** Divided before it is summed, so that large values do not overflow. */
function mean(values: Float64Array): number {
  const largest = values.reduce((size, value) => Math.max(size, Math.abs(value)), 0) || 1
  return (values.reduce((sum, value) => sum + value / largest, 0) / values.length) * largest
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
}
