import { definePython } from '@/contract/python'
import { pythonLearner } from '../pythonLearner'
import definition from './definition'

export default definePython(definition, {
  sklearn: (input) => {
    const { c, maxIterations, tolerance } = input.params
    const code = `LogisticRegression(C=${c}, max_iter=${maxIterations}, tol=${tolerance})`
    return pythonLearner(input, {
      classifier: { code, import: 'from sklearn.linear_model import LogisticRegression' },
      regressor: null,
    })
  },
})
