import type { ParamsOf } from '@/contract/node'
import { definePython, pythonLiteral } from '@/contract/python'
import { pythonGather } from '../pythonGather'
import definition from './definition'

type Params = ParamsOf<typeof definition>

const separators = { comma: ',', semicolon: ';', tab: '\t', pipe: '|', space: ' ' }

/** Guesses of our reader that pandas makes too are left to it; corrections are written out. */
export default definePython(definition, {
  sklearn: (input) => {
    const { file, types } = input.params
    const dates = types.filter(({ type }) => type === 'datetime').map(({ column }) => column)
    const settings = [pythonLiteral(file?.name ?? 'data.csv'), ...settingsFor(input.params)]
    if (dates.length > 0) settings.push(`dates=${pythonLiteral(dates)}`)
    const frame = { code: `read_table(${settings.join(', ')})`, lines: [], helpers: ['read_table'] }
    const fragment = pythonGather(input, frame)
    const casts = types.filter(({ type }) => type !== 'datetime')
    if (casts.length === 0) return fragment
    const entries = casts.map(({ column, type }) => `${pythonLiteral(column)}: ${pythonLiteral(type)}`)
    const cast = `${input.outputs.data} = ${input.outputs.data}.cast({${entries.join(', ')}})`
    return { ...fragment, lines: [...fragment.lines, cast] }
  },
})

function settingsFor({ delimiter, quote, encoding, decimal, header, missing }: Params): string[] {
  const settings =
    delimiter === 'auto' ? ['sep=None', 'engine="python"'] : [`sep=${pythonLiteral(separators[delimiter])}`]
  if (quote === 'single') settings.push(`quotechar="'"`)
  if (quote === 'none') settings.push('quoting=3')
  if (encoding !== 'auto') settings.push(`encoding=${pythonLiteral(encoding)}`)
  if (decimal === 'comma') settings.push('decimal=","')
  if (header === 'no') settings.push('header=None')
  if (missing === 'empty') settings.push('keep_default_na=False', 'na_values=[""]')
  else settings.push('na_values=["?", "-", "."]')
  return settings
}
