import { definePython, pythonLiteral } from '@/contract/python'
import { pythonLearner } from '../pythonLearner'
import definition from './definition'

/** scikit-learn has no dropout and no RMSprop; Adam stands in for the latter. */
export default definePython(definition, {
  sklearn: (input) => {
    const { layers, optimiser, learningRate, momentum, batchSize, epochs, patience } = input.params
    const settings = [
      `hidden_layer_sizes=${pythonLiteral(layers.map((layer) => layer.units))}`,
      `activation="${activation(layers[0]?.activation)}"`,
      `solver="${optimiser === 'sgd' ? 'sgd' : 'adam'}"`,
      `learning_rate_init=${learningRate}`,
      ...(optimiser === 'sgd' ? [`momentum=${momentum}`] : []),
      `batch_size=${batchSize}`,
      `max_iter=${epochs}`,
      ...(patience > 0 ? ['early_stopping=True', `n_iter_no_change=${patience}`] : []),
      `random_state=${input.seed}`,
    ].join(', ')
    return pythonLearner(input, {
      classifier: {
        code: `MLPClassifier(${settings})`,
        import: 'from sklearn.neural_network import MLPClassifier',
      },
      regressor: {
        code: `MLPRegressor(${settings})`,
        import: 'from sklearn.neural_network import MLPRegressor',
      },
    })
  },
})

function activation(name: string | undefined): string {
  if (name === 'sigmoid') return 'logistic'
  if (name === 'linear') return 'identity'
  return name === 'tanh' ? 'tanh' : 'relu'
}
