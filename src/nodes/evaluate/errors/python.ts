import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs, outputs }) => {
    const { rows, truth, predicted, least, from, to, most, threshold } = params
    const settings = { rows, truth, predicted, least, most, threshold }
    const said = Object.entries(settings).map(([name, value]) => `${name}=${pythonLiteral(value)}`)
    const test = inputs.data?.[0] ?? 'None'
    return {
      helpers: ['dataset', 'train', 'score', 'test_of', 'wrong_rows'],
      lines: [
        `${outputs.data} = wrong_rows(${inputs.model[0]}, ${test}, bounds=(${pythonLiteral(from)}, ${pythonLiteral(to)}), ${said.join(', ')})`,
        `print(${outputs.data}.frame.head(10))`,
      ],
    }
  },
})
