import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

/** The grid is the same; the rows it is averaged over are drawn by NumPy. */
export default definePython(definition, {
  sklearn: ({ params, inputs }) => {
    const { column, second, class: wanted, points, most } = params
    const columns = [column === '' ? null : column, ...(second === '' ? [] : [second])]
    const test = inputs.data?.[0] ?? 'None'
    const named = wanted === '' ? 'None' : pythonLiteral(wanted)
    return {
      helpers: ['dataset', 'train', 'score', 'depends_on'],
      lines: [
        `print(depends_on(${inputs.model[0]}, ${test}, columns=${pythonLiteral(columns)}, wanted=${named}, points=${second === '' ? points : Math.min(points, 20)}, most=${most}))`,
      ],
    }
  },
})
