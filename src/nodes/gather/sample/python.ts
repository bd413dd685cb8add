import { hashSeed } from '@/base/hash'
import { definePython, pythonLiteral } from '@/contract/python'
import { pythonGather } from '../pythonGather'
import definition from './definition'

/** How pandas must be told to read the bundled files. */
const files = new Map([
  ['penguins', 'read_table("penguins.json", missing=["."])'],
  ['cars', 'read_table("cars.json", dates=["Year"])'],
  ['movies', 'read_table("movies.json", dates=["Release Date"])'],
  ['seattle-weather', 'read_table("seattle-weather.csv", dates=["date"])'],
])

export default definePython(definition, {
  sklearn: (input) => {
    const { dataset, rows, noise, seed } = input.params
    const file = files.get(dataset)
    if (file) {
      const lines = ['# The file is in the folder data of the npm package vega-datasets.']
      return pythonGather(input, { code: file, lines, helpers: ['read_table'] })
    }
    const code = `generate(${pythonLiteral(dataset)}, rows=${rows}, noise=${noise}, seed=${hashSeed(seed, 'generate', dataset)})`
    return pythonGather(input, { code, lines: [], helpers: ['chance', 'generate'] })
  },
})
