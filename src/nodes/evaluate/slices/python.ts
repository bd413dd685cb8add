import { definePython, pythonLiteral } from '@/contract/python'
import { columnHelpers, pythonColumns } from '../../prepare/pythonColumns'
import definition from './definition'

/** Accuracy or mean absolute error stand for the metric. */
export default definePython(definition, {
  sklearn: ({ params, inputs, outputs }) => {
    const settings = {
      bins: params.bins,
      favourable: params.class === '' ? null : params.class,
      smallest: params.smallest,
      threshold: params.threshold,
    }
    const named = Object.entries(settings).map(([name, value]) => `${name}=${pythonLiteral(value)}`)
    const said = [`columns=${pythonColumns(params.columns)}`, ...named]
    const test = inputs.data?.[0] ?? 'None'
    const table = `${outputs.slices}_table`
    return {
      helpers: ['dataset', 'train', 'score', 'test_of', 'slices', ...columnHelpers(params.columns)],
      lines: [
        `${table}, gaps = slices(${inputs.model[0]}, ${test}, ${said.join(', ')})`,
        `print(${table}, gaps, sep="\\n")`,
        `${outputs.slices} = Dataset(${table})`,
      ],
    }
  },
})
