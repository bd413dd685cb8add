import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs, outputs, node }) => {
    const { eps, minSamples, metric } = params
    const learner = `NearestMember(DBSCAN(eps=${eps}, min_samples=${minSamples}, metric="${metric}"))`
    return {
      imports: ['from sklearn.cluster import DBSCAN'],
      helpers: ['dataset', 'train', 'cluster', 'nearest_member'],
      lines: [
        `${outputs.model}, ${outputs.data}, ${outputs.rows} = cluster(${learner}, ${inputs.data[0]}, node=${pythonLiteral(node)})`,
      ],
    }
  },
})
