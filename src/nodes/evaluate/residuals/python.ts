import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs }) => {
    const test = inputs.data?.[0] ?? 'None'
    const order = pythonLiteral(params.order === '' ? null : params.order)
    return {
      helpers: ['dataset', 'train', 'test_of', 'residuals'],
      lines: [`print(residuals(${inputs.model[0]}, ${test}, order=${order}))`],
    }
  },
})
