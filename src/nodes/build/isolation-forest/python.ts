import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs, outputs, node }) => {
    const { trees, sample, limit, share } = params
    const contamination = limit === 'share' ? String(share) : '"auto"'
    const learner = `IsolationForest(n_estimators=${trees}, max_samples=${sample}, contamination=${contamination}, random_state=0)`
    const called = `unusual_rows(${learner}, ${inputs.data[0]}, node=${pythonLiteral(node)}, raw=True)`
    return {
      imports: ['from sklearn.ensemble import IsolationForest'],
      helpers: ['dataset', 'train', 'unusual_rows'],
      lines: [`${outputs.model}, ${outputs.data} = ${called}`],
    }
  },
})
