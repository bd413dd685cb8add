import type { z } from 'zod'
import { definePython } from '@/contract/python'
import { pythonLearner } from '../pythonLearner'
import definition from './definition'

type Params = z.output<typeof definition.params>

export default definePython(definition, {
  sklearn: (input) => {
    const { name, settings } = formOf(input.params)
    return pythonLearner(input, {
      classifier: null,
      regressor: {
        code: `${name}(${settings})`,
        import: `from sklearn.linear_model import ${name}`,
      },
    })
  },
})

function formOf(params: Params): { name: string; settings: string } {
  const { method, penalty, alpha, l1Ratio, epsilon, robustPenalty, maxIterations, tolerance } = params
  const search = `max_iter=${maxIterations}, tol=${tolerance}`
  if (method === 'lasso') return { name: 'Lasso', settings: `alpha=${alpha}, ${search}` }
  if (method === 'elasticNet')
    return { name: 'ElasticNet', settings: `alpha=${alpha}, l1_ratio=${l1Ratio}, ${search}` }
  // scikit-learn's search stops early by default; here it goes to its end.
  if (method === 'huber')
    return {
      name: 'HuberRegressor',
      settings: `epsilon=${epsilon}, alpha=${robustPenalty}, max_iter=10000, tol=1e-08`,
    }
  return penalty === 0
    ? { name: 'LinearRegression', settings: '' }
    : { name: 'Ridge', settings: `alpha=${penalty}` }
}
