import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs, outputs, node }) => {
    const { components, covariance, starts, maxIterations, tolerance, floor } = params
    const learner = `GaussianMixture(n_components=${components}, covariance_type="${covariance}", n_init=${starts}, max_iter=${maxIterations}, tol=${tolerance}, reg_covar=${floor}, random_state=0)`
    return {
      imports: ['from sklearn.mixture import GaussianMixture'],
      helpers: ['dataset', 'train', 'cluster'],
      lines: [
        `${outputs.model}, ${outputs.data}, ${outputs.rows} = cluster(${learner}, ${inputs.data[0]}, node=${pythonLiteral(node)})`,
      ],
    }
  },
})
