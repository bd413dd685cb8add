import { definePython, pythonLiteral } from '@/contract/python'
import { pythonStep } from '../pythonStep'
import definition from './definition'

const strategies = { median: 'median', mean: 'mean', 'most-frequent': 'most_frequent', constant: 'constant' }

export default definePython(definition, {
  sklearn: (input) => {
    const { numeric, categorical, numericConstant, categoricalConstant, indicator, columns } = input.params
    const numbers = imputer(strategies[numeric], numeric === 'constant' ? numericConstant : null, indicator)
    const categories = imputer(
      strategies[categorical],
      categorical === 'constant' ? categoricalConstant : null,
      indicator,
    )
    const step = pythonStep(
      input,
      [
        { name: 'numbers', code: numbers, columns: 'numbers' },
        { name: 'categories', code: categories, columns: 'categories' },
      ],
      columns,
    )
    return { ...step, imports: [...(step.imports ?? []), 'from sklearn.impute import SimpleImputer'] }
  },
})

function imputer(strategy: string, fill: number | string | null, indicator: boolean): string {
  const settings = [`strategy="${strategy}"`]
  if (fill !== null) settings.push(`fill_value=${pythonLiteral(fill)}`)
  if (indicator) settings.push('add_indicator=True')
  return `SimpleImputer(${settings.join(', ')})`
}
