import { defineLearner } from '@/contract/catalog'
import { refuseHuge } from '@/ml/cluster/refuseHuge'
import { fitMixture, likeliestStart, type MixtureWeights } from '@/ml/mixture/fitMixture'
import { clusterNames } from '../clusterNames'
import definition from './definition'

const mostParts = 4

export default defineLearner(definition, {
  tasks: ['clustering'],
  async fit(data, params, pulse) {
    refuseHuge(data)
    const weights = await fitMixture(data, params, pulse)
    return {
      weights,
      warnings: data.part ? [] : warningsOf(weights),
      classes: clusterNames(params.components),
    }
  },
  parts: {
    count: ({ starts }) => Math.min(mostParts, starts),
    merge(weights) {
      const best = likeliestStart(weights as MixtureWeights[])
      return { weights: best, warnings: warningsOf(best) }
    },
  },
})

const warningsOf = ({ settled }: MixtureWeights): string[] =>
  settled ? [] : ['The likeliest start had not settled: allow more iterations.']
