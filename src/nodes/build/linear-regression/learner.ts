import { defineLearner } from '@/contract/catalog'
import { failStep, type StepError } from '@/contract/errors'
import { fitLinearRegression } from '@/ml/linear/linearRegression'
import definition from './definition'

export default defineLearner(definition, {
  tasks: ['regression'],
  async fit(data, params, pulse) {
    if (data.x.rows === 0) failStep({ kind: 'no-rows', what: 'training' })
    const { weights, singular, constantTarget } = await fitLinearRegression(data, params.penalty, pulse)
    if (![weights.intercept, ...weights.coefficients].every(Number.isFinite)) failStep(outOfRange)
    const warnings = [...(constantTarget ? [flat] : []), ...(singular && !constantTarget ? [collinear] : [])]
    return { weights, warnings }
  },
})

const outOfRange: StepError = {
  kind: 'diverged',
  what: 'Linear regression',
  advice: 'The values of the target and the features are too far apart: add a Scale numbers node.',
}

const flat = 'The target has one single value in the training rows: the model always predicts it.'

const collinear =
  'Some features follow (almost) exactly from others, for example all columns of one one-hot encoding, or there are more features than rows. Predictions stand, but single weights mean little: leave out a column or set a penalty.'
