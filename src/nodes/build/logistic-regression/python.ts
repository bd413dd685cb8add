import type { z } from 'zod'
import { definePython, pythonLiteral } from '@/contract/python'
import { pythonLearner } from '../pythonLearner'
import definition from './definition'

type Params = z.output<typeof definition.params>

export default definePython(definition, {
  sklearn: (input) => {
    const { params, inputs } = input
    const settings = [
      ...penaltyOf(params),
      `max_iter=${params.maxIterations}`,
      `tol=${params.tolerance}`,
      ...weightsOf(params, inputs.data[0]),
    ]
    return pythonLearner(input, {
      classifier: {
        code: `LogisticRegression(${settings.join(', ')})`,
        import: 'from sklearn.linear_model import LogisticRegression',
      },
      regressor: null,
    })
  },
})

/** SAGA takes all penalties and several classes; it needs scaled features more than our search does. */
function penaltyOf({ regularisation, c, l1Ratio }: Params): string[] {
  if (regularisation === 'none') return ['penalty=None']
  if (regularisation === 'l1') return ['penalty="l1"', 'solver="saga"', `C=${c}`]
  if (regularisation === 'elasticNet')
    return ['penalty="elasticnet"', 'solver="saga"', `l1_ratio=${l1Ratio}`, `C=${c}`]
  return [`C=${c}`]
}

/** By the words for the classes: in the table they may be numbers. */
function weightsOf({ classWeight, weights }: Params, data: string): string[] {
  if (classWeight === 'none') return []
  if (classWeight === 'balanced') return ['class_weight="balanced"']
  const entries = weights.map(({ class: name, weight }) => `${pythonLiteral(name)}: ${weight}`)
  return [
    `class_weight={label: {${entries.join(', ')}}.get(f"{label:g}" if isinstance(label, float) else str(label), 1) for label in ${data}.y.dropna().unique()}`,
  ]
}
