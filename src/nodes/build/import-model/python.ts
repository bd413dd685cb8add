import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs, outputs, node }) => {
    const name = (params.file?.name ?? 'model').replace(/(\.model)?\.(json|onnx)$/i, '')
    return {
      helpers: ['dataset', 'train', 'import_model'],
      lines: [
        '# scikit-learn reads no such model file: save its pipeline by joblib.dump in the program that trains it.',
        `${outputs.model} = import_model(${pythonLiteral(`${name}.joblib`)}, ${inputs.data[0]}, node=${pythonLiteral(node)})`,
      ],
    }
  },
})
