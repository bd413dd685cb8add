import { isRule } from '@/contract/columnChoice'
import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

/** Accuracy or mean absolute error stand for the metric; rules for columns are those of the canvas alone. */
export default definePython(definition, {
  sklearn: ({ params, inputs, outputs }) => {
    const settings = {
      columns: params.columns.filter((choice) => !isRule(choice)),
      bins: params.bins,
      favourable: params.class === '' ? null : params.class,
      smallest: params.smallest,
      threshold: params.threshold,
    }
    const said = Object.entries(settings).map(([name, value]) => `${name}=${pythonLiteral(value)}`)
    const test = inputs.data?.[0] ?? 'None'
    const table = `${outputs.slices}_table`
    return {
      helpers: ['dataset', 'train', 'score', 'test_of', 'slices'],
      lines: [
        `${table}, gaps = slices(${inputs.model[0]}, ${test}, ${said.join(', ')})`,
        `print(${table}, gaps, sep="\\n")`,
        `${outputs.slices} = Dataset(${table})`,
      ],
    }
  },
})
