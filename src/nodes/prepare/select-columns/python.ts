import { definePython, pythonLiteral } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs, outputs }) => {
    const roles = dictionary(params.roles.map(({ column, role }) => [column, role]))
    const types = dictionary(params.types.map(({ column, type }) => [column, type]))
    const cast = params.types.length > 0 ? `.cast(${types})` : ''
    const chosen = params.roles.length > 0 ? `.with_roles(${roles})` : ''
    return { helpers: ['dataset'], lines: [`${outputs.data} = ${inputs.data[0]}${cast}${chosen}`] }
  },
})

const dictionary = (entries: [string, string][]): string =>
  `{${entries.map(([key, value]) => `${pythonLiteral(key)}: ${pythonLiteral(value)}`).join(', ')}}`
