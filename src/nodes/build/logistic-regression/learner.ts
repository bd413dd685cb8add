import { defineLearner, type TrainingData } from '@/contract/catalog'
import { failStep, type StepError } from '@/contract/errors'
import { fitLogisticRegression, type LogisticWeights } from '@/ml/linear/logisticRegression'
import { predictLogistic } from '@/ml/linear/predictLogistic'
import definition from './definition'

export default defineLearner(definition, {
  tasks: ['binary', 'multiclass'],
  async fit(data, params, pulse) {
    if (data.x.rows === 0) failStep({ kind: 'no-rows', what: 'training' })
    const weights = await fitLogisticRegression(data, params, pulse)
    if (![...weights.intercepts, ...weights.coefficients].every(Number.isFinite)) failStep(outOfRange)
    return {
      weights,
      warnings: [...unsettled(weights), ...absent(data, weights), ...separated(data, weights)],
    }
  },
})

const outOfRange: StepError = {
  kind: 'diverged',
  what: 'Logistic regression',
  advice: 'A feature holds values too large or too small to work with: add a Scale numbers node.',
}

function unsettled({ converged, iterations }: LogisticWeights): string[] {
  if (converged) return []
  return [
    `The search had not settled after ${iterations} iterations: scale the features, or allow more iterations.`,
  ]
}

function absent(data: TrainingData, { present }: LogisticWeights): string[] {
  const names = data.classes.filter((_, code) => !present.includes(code)).slice(0, 5)
  if (names.length === 0) return []
  return [
    `No training row has the class ${names.map((name) => `“${name}”`).join(', ')}: it will never be predicted.`,
  ]
}

/** Perfect separation: every training row gets its own class. */
function separated(data: TrainingData, weights: LogisticWeights): string[] {
  const { values, width } = predictLogistic(weights, data.x, data.classes.length)
  for (let row = 0; row < data.y.length; row++) {
    const own = values[row * width + data.y[row]]
    for (let code = 0; code < width; code++)
      if (code !== data.y[row] && values[row * width + code] >= own) return []
  }
  return [
    'The classes of the training rows can be separated without error: only the penalty keeps the weights finite, so their size says little. Check that no feature gives the target away.',
  ]
}
