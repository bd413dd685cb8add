import { pythonLiteral, type PythonFragment, type PythonInput } from '@/contract/python'

/** Expressions of a scikit-learn estimator, with their import lines; null where the learner has no such form. */
export interface PythonEstimators {
  classifier: { code: string; import: string } | null
  regressor: { code: string; import: string } | null
}

/** A learner, and the model it becomes on the training rows of its data. */
export function pythonLearner(input: PythonInput<unknown>, estimators: PythonEstimators): PythonFragment {
  const { inputs, outputs, node } = input
  const { code, imports } = choose(input, estimators)
  return {
    imports,
    helpers: ['dataset', 'train'],
    lines: [
      `${outputs.learner} = ${code}`,
      `${outputs.model} = train(${outputs.learner}, ${inputs.data[0]}, node=${pythonLiteral(node)})`,
    ],
  }
}

function choose({ objective, inputs }: PythonInput<unknown>, { classifier, regressor }: PythonEstimators) {
  if (!classifier || !regressor || objective.task !== null) {
    const one = objective.task === 'regression' ? (regressor ?? classifier) : (classifier ?? regressor)
    return { code: one?.code ?? 'None', imports: one ? [one.import] : [] }
  }
  const code = `${regressor.code} if pd.api.types.is_numeric_dtype(${inputs.data[0]}.y) else ${classifier.code}`
  return { code, imports: ['import pandas as pd', classifier.import, regressor.import] }
}
