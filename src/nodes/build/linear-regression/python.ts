import { definePython } from '@/contract/python'
import { pythonLearner } from '../pythonLearner'
import definition from './definition'

export default definePython(definition, {
  sklearn: (input) => {
    const { penalty } = input.params
    const plain = { code: 'LinearRegression()', import: 'from sklearn.linear_model import LinearRegression' }
    const ridge = { code: `Ridge(alpha=${penalty})`, import: 'from sklearn.linear_model import Ridge' }
    return pythonLearner(input, { classifier: null, regressor: penalty === 0 ? plain : ridge })
  },
})
