import { definePython } from '@/contract/python'
import { pythonStep } from '../pythonStep'
import definition from './definition'

const scalers = { standard: 'StandardScaler', 'min-max': 'MinMaxScaler', robust: 'RobustScaler' }

export default definePython(definition, {
  sklearn: (input) => {
    const scaler = scalers[input.params.method]
    const step = pythonStep(
      input,
      [{ name: 'scale', code: `${scaler}()`, columns: 'numbers' }],
      input.params.columns,
    )
    return { ...step, imports: [...(step.imports ?? []), `from sklearn.preprocessing import ${scaler}`] }
  },
})
