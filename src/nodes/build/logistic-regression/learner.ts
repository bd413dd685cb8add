import { defineLearner, type TrainingData } from '@/contract/catalog'
import { failStep, type StepError } from '@/contract/errors'
import { fitLogisticModel, type LogisticModelParams } from '@/ml/linear/logisticModel'
import type { LogisticWeights } from '@/ml/linear/logisticRegression'
import { isCertainOfSome, isSeparated } from '@/ml/linear/separation'
import definition from './definition'

export default defineLearner(definition, {
  tasks: ['binary', 'multiclass'],
  async fit(data, params, pulse) {
    if (data.x.rows === 0) failStep({ kind: 'no-rows', what: 'training' })
    const weights = await fitLogisticModel(data, params, pulse)
    if (![...weights.intercepts, ...weights.coefficients].every(Number.isFinite)) failStep(outOfRange)
    return {
      weights,
      warnings: [
        ...unsettled(weights),
        ...absent(data, weights),
        ...separated(data, weights, params),
        ...allLeftOut(weights, params),
      ],
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

function separated(
  data: TrainingData,
  weights: LogisticWeights,
  { regularisation }: LogisticModelParams,
): string[] {
  const isFree = regularisation === 'none'
  if (isSeparated(data, weights)) return [isFree ? separatedFreely : separatedHeld]
  return isFree && isCertainOfSome(data, weights) ? [partlySeparated] : []
}

const separatedHeld =
  'The classes of the training rows can be separated without error: only the penalty keeps the weights finite, so their size says little. Check that no feature gives the target away.'

const separatedFreely =
  'The classes of the training rows can be separated without error: without a penalty larger weights would always be better, and these are only where the search stopped. Choose a penalty, and check that no feature gives the target away.'

const partlySeparated =
  'Some training rows are told with a probability that cannot be told from 1: some weights may have no finite best value, and their intervals mean nothing. Choose a penalty, or look for a feature that gives a class away.'

function allLeftOut({ coefficients }: LogisticWeights, { regularisation }: LogisticModelParams): string[] {
  const isSparse = regularisation === 'l1' || regularisation === 'elasticNet'
  if (!isSparse || coefficients.some((value) => value !== 0)) return []
  return [
    'The penalty is so large that no feature has a weight: every row gets the same probabilities. Raise the freedom (C).',
  ]
}
