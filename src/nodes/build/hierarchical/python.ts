import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs, outputs, node }) => {
    const { linkage, metric, cutBy, clusters, distance, tooMany, mostRows } = params
    const cut =
      cutBy === 'clusters' ? `n_clusters=${clusters}` : `n_clusters=None, distance_threshold=${distance}`
    // Called `affinity` before scikit-learn 1.2; Ward has no other than the Euclidean.
    const measure = linkage === 'ward' ? '' : `, metric="${metric}"`
    const tree = `AgglomerativeClustering(${cut}, linkage="${linkage}"${measure})`
    const learner = `NearestMember(${tree}${tooMany === 'sample' ? `, rows=${mostRows}` : ''})`
    return {
      imports: ['from sklearn.cluster import AgglomerativeClustering'],
      helpers: ['dataset', 'train', 'cluster', 'nearest_member'],
      lines: [
        `${outputs.model}, ${outputs.data}, ${outputs.rows} = cluster(${learner}, ${inputs.data[0]}, node=${pythonLiteral(node)})`,
      ],
    }
  },
})
