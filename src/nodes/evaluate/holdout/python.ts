import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs, outputs, node, objective }) => {
    const costs = `costs=(${objective.costFalsePositive}, ${objective.costFalseNegative})`
    const settings = [`threshold=${params.threshold}`, costs]
    const test = inputs.data?.[0]
    if (test) settings.push(`test=${test}`)
    return {
      helpers: ['dataset', 'train', 'score', 'holdout', 'results'],
      lines: [
        `${outputs.evaluation} = holdout([${inputs.models.join(', ')}], ${settings.join(', ')})`,
        `results[${pythonLiteral(node)}] = ${outputs.evaluation}`,
      ],
    }
  },
})
