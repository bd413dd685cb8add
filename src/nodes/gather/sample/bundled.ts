import { formatCount } from '@/base/format'
import type { RunContext, Warning } from '@/contract/run'
import { tableFromRecords, type FromRecords, type RecordOptions } from '@/ml/csv/fromRecords'
import { parseCsv } from '@/ml/csv/parseCsv'
import { writtenOptions } from '@/ml/csv/types'
import type { Table } from '@/values/table'

/** Addresses of the files, as the bundler gives them. */
const urls = import.meta.glob<string>(
  [
    '/node_modules/vega-datasets/data/penguins.json',
    '/node_modules/vega-datasets/data/cars.json',
    '/node_modules/vega-datasets/data/movies.json',
    '/node_modules/vega-datasets/data/seattle-weather.csv',
  ],
  { query: '?url', import: 'default', eager: true },
)

interface Bundled extends RecordOptions {
  file: string
  /** What the data are, where they come from, and what is wrong with them. */
  about: string
}

const plain: RecordOptions = { markers: [], types: [] }

export const bundled = {
  penguins: {
    ...plain,
    file: 'penguins.json',
    markers: ['.'],
    about:
      'Measurements of 344 penguins of three species on three islands of the Palmer Archipelago, Antarctica (Gorman, Williams and Fraser, 2014). Two birds were not measured, and the sex of some is unknown; one is written as “.”, which counts as missing.',
  },
  cars: {
    ...plain,
    file: 'cars.json',
    about:
      'Technical data of 406 cars of the years 1970 to 1982 (American Statistical Association, 1983). The mileage is missing in eight rows and the power in six.',
  },
  'seattle-weather': {
    ...plain,
    file: 'seattle-weather.csv',
    about:
      'The weather of 1,461 days in Seattle, 2012 to 2015 (NOAA): rain in mm, temperatures in °C, wind in m/s. Days follow each other, so split by time.',
  },
  movies: {
    ...plain,
    file: 'movies.json',
    types: [{ column: 'Title', type: 'text' }],
    about:
      'Takings and ratings of 3,201 films, known for its faults: many cells are missing, some takings are 0, and release dates before the 1950s often carry a year of the 2000s. Good for practising to distrust data.',
  },
} satisfies Record<string, Bundled>

export type BundledId = keyof typeof bundled

/** A data set that is shipped with the product. */
export async function readBundled(
  id: BundledId,
  context: RunContext,
): Promise<{ table: Table; warnings: Warning[] }> {
  const { file, ...options }: Bundled = bundled[id]
  const bytes = await context.host.readAsset(urls[`/node_modules/vega-datasets/data/${file}`])
  if (file.endsWith('.csv')) {
    const { table } = await parseCsv(bytes, writtenOptions, context)
    return { table, warnings: [] }
  }
  const records = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>[]
  const { table, markers } = await tableFromRecords(records, options, context)
  return { table, warnings: markers.map(markerWarning) }
}

function markerWarning({ column, marker, count }: FromRecords['markers'][number]): Warning {
  const values = count === 1 ? '1 value' : `${formatCount(count)} values`
  return { text: `${values} “${marker}” in “${column}” ${count === 1 ? 'counts' : 'count'} as missing.` }
}
