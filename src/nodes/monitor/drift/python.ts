import { definePython } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs, outputs }) => {
    const data = inputs.data?.[0]
    if (!data) {
      return {
        lines: [
          `${outputs.monitoring} = None  # watches what the endpoint was asked, which a program does not have`,
        ],
      }
    }
    return {
      helpers: ['dataset', 'train', 'drift'],
      lines: [
        `${outputs.monitoring} = drift(${inputs.source[0]}.data, ${data}, psi_threshold=${params.psiThreshold}, significance=${params.significance})`,
        `print(${outputs.monitoring}, file=sys.stderr)`,
      ],
      imports: ['import sys'],
    }
  },
})
