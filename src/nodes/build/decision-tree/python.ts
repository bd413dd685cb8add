import { definePython } from '@/contract/python'
import { pythonLearner } from '../pythonLearner'
import definition from './definition'

export default definePython(definition, {
  sklearn: (input) => {
    const { criterion, maxDepth, minSamplesSplit, minSamplesLeaf } = input.params
    const limits = `max_depth=${maxDepth}, min_samples_split=${minSamplesSplit}, min_samples_leaf=${minSamplesLeaf}, random_state=0`
    return pythonLearner(input, {
      classifier: {
        code: `DecisionTreeClassifier(criterion="${criterion}", ${limits})`,
        import: 'from sklearn.tree import DecisionTreeClassifier',
      },
      regressor: {
        code: `DecisionTreeRegressor(${limits})`,
        import: 'from sklearn.tree import DecisionTreeRegressor',
      },
    })
  },
})
