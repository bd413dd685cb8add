import { definePython, pythonLiteral, type PythonInput } from '@/contract/python'
import type { ParamsOf } from '@/contract/node'
import { pythonLearner } from '../pythonLearner'
import definition from './definition'

type Params = ParamsOf<typeof definition>

/** scikit-learn's multilayer perceptron; a comment in the program names what it has no form for. */
export default definePython(definition, {
  sklearn: (input) => {
    const settings = settingsOf(input)
    const fragment = pythonLearner(input, {
      classifier: {
        code: `MLPClassifier(${settings})`,
        import: 'from sklearn.neural_network import MLPClassifier',
      },
      regressor: {
        code: `MLPRegressor(${settings})`,
        import: 'from sklearn.neural_network import MLPRegressor',
      },
    })
    const missing = missingIn(input.params)
    const note = `# scikit-learn’s networks have no ${missing.join(', no ')}: the program goes without.`
    return missing.length > 0 ? { ...fragment, lines: [note, ...fragment.lines] } : fragment
  },
})

function settingsOf({ params, seed }: PythonInput<Params>): string {
  const { layers, optimiser, learningRate, momentum, nesterov, batchSize, epochs, patience } = params
  return [
    `hidden_layer_sizes=${pythonLiteral(layers.map((layer) => layer.units))}`,
    `activation="${names[layers[0]?.activation ?? 'relu']}"`,
    `solver="${optimiser === 'sgd' ? 'sgd' : 'adam'}"`,
    // scikit-learn divides its penalty by the rows of the batch.
    `alpha=${params.l2Penalty * batchSize}`,
    `learning_rate_init=${learningRate}`,
    ...(optimiser === 'sgd'
      ? [`momentum=${momentum}`, `nesterovs_momentum=${nesterov ? 'True' : 'False'}`]
      : []),
    `batch_size=${batchSize}`,
    `max_iter=${epochs}`,
    // Without early stopping it would end when the training loss stands still.
    ...(patience > 0
      ? ['early_stopping=True', `n_iter_no_change=${patience}`]
      : [`n_iter_no_change=${epochs}`]),
    `random_state=${seed}`,
  ].join(', ')
}

const names: Record<Params['layers'][number]['activation'], string> = {
  relu: 'relu',
  tanh: 'tanh',
  sigmoid: 'logistic',
  linear: 'identity',
  'leaky-relu': 'relu',
  elu: 'relu',
}

function missingIn(params: Params): string[] {
  const { layers, optimiser } = params
  const activations = new Set(layers.map(({ activation }) => activation))
  const missing: [boolean, string][] = [
    [activations.size > 1, 'activation of each layer’s own'],
    [activations.has('leaky-relu'), 'leaky ReLU'],
    [activations.has('elu'), 'ELU'],
    [layers.some(({ dropout }) => (dropout ?? params.dropout) > 0), 'dropout'],
    [layers.some(({ batchNorm }) => batchNorm), 'batch normalisation'],
    [params.l1Penalty > 0, 'L1 penalty'],
    [optimiser === 'rmsprop', 'RMSprop (Adam stands for it)'],
    [optimiser === 'adamw', 'AdamW (Adam stands for it)'],
    [params.schedule !== 'constant', 'schedule of this kind'],
    [params.clipNorm !== null, 'bound on the gradient'],
    [params.classWeights !== 'none', 'class weights'],
  ]
  return missing.flatMap(([is, name]) => (is ? [name] : []))
}
