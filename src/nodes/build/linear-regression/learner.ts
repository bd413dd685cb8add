import { formatCount } from '@/base/format'
import { defineLearner } from '@/contract/catalog'
import { failStep, type StepError } from '@/contract/errors'
import { fitLinearModel, type LinearModelFit } from '@/ml/linear/linearModel'
import definition from './definition'

export default defineLearner(definition, {
  tasks: ['regression'],
  async fit(data, params, pulse) {
    if (data.x.rows === 0) failStep({ kind: 'no-rows', what: 'training' })
    const fit = await fitLinearModel(data, params, pulse)
    const { weights } = fit
    if (![weights.intercept, ...weights.coefficients].every(Number.isFinite)) failStep(outOfRange)
    return { weights, warnings: fit.constantTarget ? [flat] : warningsOf(fit) }
  },
})

function warningsOf({ singular, weights }: LinearModelFit): string[] {
  return [...(singular ? [collinear] : []), ...unsettled(weights), ...allLeftOut(weights)]
}

function unsettled({ search }: LinearModelFit['weights']): string[] {
  if (!search || search.converged) return []
  const rounds = formatCount(search.iterations)
  return search.kind === 'sparse'
    ? [
        `The search had not settled after ${rounds} rounds: scale the features, allow more rounds, or raise the penalty.`,
      ]
    : [`The search had not settled after ${rounds} steps: scale the features.`]
}

function allLeftOut({ search, coefficients }: LinearModelFit['weights']): string[] {
  if (search?.kind !== 'sparse' || coefficients.some((value) => value !== 0)) return []
  return [
    'The penalty is so large that no feature has a weight: the model always predicts the mean. Lower it.',
  ]
}

const outOfRange: StepError = {
  kind: 'diverged',
  what: 'Linear regression',
  advice: 'The values of the target and the features are too far apart: add a Scale numbers node.',
}

const flat = 'The target has one single value in the training rows: the model always predicts it.'

const collinear =
  'Some features follow (almost) exactly from others, for example all columns of one one-hot encoding, or there are more features than rows. Predictions stand, but single weights mean little: leave out a column or set a penalty.'
