import { defineLearner } from '@/contract/catalog'
import { fitDbscan, type DbscanWeights } from '@/ml/cluster/dbscan'
import { refuseHuge } from '@/ml/cluster/refuseHuge'
import { unevenScales } from '@/ml/svm/warnings'
import { clusterNames, noiseName } from '../clusterNames'
import definition from './definition'

export default defineLearner(definition, {
  tasks: ['clustering'],
  growth: 'quadratic',
  async fit(data, params, pulse) {
    refuseHuge(data)
    const weights = await fitDbscan(data, params, pulse)
    const scales = params.metric === 'cosine' ? [] : unevenScales(data)
    return {
      weights,
      warnings: [...warningsOf(weights), ...scales],
      classes: [...clusterNames(weights.clusters), noiseName],
    }
  },
})

function warningsOf({ clusters, noise, core, border }: DbscanWeights): string[] {
  if (clusters === 0)
    return ['No place is dense enough for a cluster: all rows are noise. Choose a larger distance.']
  if (clusters === 1 && noise === 0) return ['All rows are in one cluster: choose a smaller distance.']
  return noise > core + border
    ? ['More than half of the training rows are noise: choose a larger distance.']
    : []
}
