import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, outputs }) => {
    const { target, positiveClass, costFalsePositive, costFalseNegative } = params
    const held = { target, positive: positiveClass, costs: [costFalsePositive, costFalseNegative] }
    return { lines: [`${outputs.objective} = ${pythonLiteral(held)}`] }
  },
})
