import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs, outputs, node }) => {
    const { clusters, starts, maxIterations, tolerance } = params
    const learner = `KMeans(n_clusters=${clusters}, n_init=${starts}, max_iter=${maxIterations}, tol=${tolerance}, random_state=0)`
    return {
      imports: ['from sklearn.cluster import KMeans'],
      helpers: ['dataset', 'train', 'cluster'],
      lines: [
        `${outputs.model}, ${outputs.data}, ${outputs.rows} = cluster(${learner}, ${inputs.data[0]}, node=${pythonLiteral(node)})`,
      ],
    }
  },
})
