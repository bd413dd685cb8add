import { hashSeed } from '@/base/hash'
import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs, outputs, seed, node }) => {
    const { method, column, test, validation } = params
    const data = inputs.data[0]
    const settings = [`[${100 - test - validation}, ${validation}, ${test}]`]
    if (method !== 'time') settings.push(`seed=${hashSeed(seed, node, 'split')}`)
    if (method === 'group' || method === 'time') {
      settings.push(`column=${column === '' ? `${data}.column_with("${method}")` : pythonLiteral(column)}`)
    }
    return {
      helpers: ['dataset', 'chance', 'split'],
      lines: [
        `${outputs.data} = split(${data}, "${method}", ${settings.join(', ')})  # train, validation, test`,
      ],
    }
  },
})
