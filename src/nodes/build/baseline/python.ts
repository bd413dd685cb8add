import { definePython } from '@/contract/python'
import { pythonLearner } from '../pythonLearner'
import definition from './definition'

export default definePython(definition, {
  sklearn: (input) =>
    pythonLearner(input, {
      classifier: {
        code: 'DummyClassifier(strategy="prior")',
        import: 'from sklearn.dummy import DummyClassifier',
      },
      regressor: {
        code: `DummyRegressor(strategy="${input.params.number}")`,
        import: 'from sklearn.dummy import DummyRegressor',
      },
    }),
})
