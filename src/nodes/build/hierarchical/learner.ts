import { formatCount } from '@/base/format'
import { defineLearner } from '@/contract/catalog'
import { fitHierarchical } from '@/ml/cluster/hierarchical'
import { refuseHuge } from '@/ml/cluster/refuseHuge'
import { unevenScales } from '@/ml/svm/warnings'
import { clusterNames } from '../clusterNames'
import definition from './definition'

export default defineLearner(definition, {
  tasks: ['clustering'],
  async fit(data, params, pulse) {
    refuseHuge(data)
    const weights = await fitHierarchical(data, params, pulse)
    const rows = weights.members.labels.length
    const sampled =
      rows < data.x.rows
        ? [
            `The tree is made of ${formatCount(rows)} of ${formatCount(data.x.rows)} training rows, drawn by chance; the others join the cluster of the nearest.`,
          ]
        : []
    const scales = weights.members.metric === 'cosine' ? [] : unevenScales(data)
    return { weights, warnings: [...sampled, ...scales], classes: clusterNames(weights.clusters) }
  },
})
