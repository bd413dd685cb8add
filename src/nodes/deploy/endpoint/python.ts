import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs, outputs }) => ({
    imports: ['import joblib'],
    lines: [
      `${outputs.deployment} = ${inputs.model[0]}`,
      `joblib.dump(${outputs.deployment}.pipeline, ${pythonLiteral(`${params.name}.joblib`)})  # recipe and model in one file, to serve`,
    ],
  }),
})
