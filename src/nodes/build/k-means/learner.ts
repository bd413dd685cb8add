import { defineLearner } from '@/contract/catalog'
import { bestStart, fitKMeans, type KMeansWeights } from '@/ml/cluster/kMeans'
import { refuseHuge } from '@/ml/cluster/refuseHuge'
import { clusterNames } from '../clusterNames'
import definition from './definition'

const mostParts = 4

export default defineLearner(definition, {
  tasks: ['clustering'],
  async fit(data, params, pulse) {
    refuseHuge(data)
    const weights = await fitKMeans(data, params, pulse)
    return { weights, warnings: data.part ? [] : warningsOf(weights), classes: clusterNames(params.clusters) }
  },
  parts: {
    count: ({ starts }) => Math.min(mostParts, starts),
    merge(weights) {
      const best = bestStart(weights as KMeansWeights[])
      return { weights: best, warnings: warningsOf(best) }
    },
  },
})

const warningsOf = ({ settled }: KMeansWeights): string[] =>
  settled ? [] : ['The best start had not settled: allow more iterations.']
