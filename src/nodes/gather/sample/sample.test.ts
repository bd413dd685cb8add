import { describe, expect, it } from 'vitest'
import { hashBytes } from '@/base/hash'
import { writeCsv } from '@/ml/csv/writeCsv'
import { codedColumn, findColumn, isMissing, numberColumn } from '@/values/table'
import { contextWith, errorOf, gatherWith, rowOf } from '../testing'
import definition from './definition'
import run, { type SamplePreview } from './run'

const gather = (params: object, objective?: object, files?: Map<string, Uint8Array>) =>
  gatherWith<SamplePreview>(run, definition.params.parse(params), contextWith(files), objective)
const missingIn = async (params: object, name: string) => {
  const { table } = await gather(params)
  const column = findColumn(table, name)!
  return Array.from({ length: table.rowCount }, (_, row) => isMissing(column, row)).filter(Boolean).length
}
const typesOf = async (dataset: string) =>
  (await gather({ dataset })).table.columns.map((column) => `${column.name}: ${column.type}`)

describe('sample', () => {
  it('gives the penguins with their missing values, the odd “.” among them and told', async () => {
    const { figure, data, warnings } = await gather({})
    expect(figure).toBe('344 × 7')
    expect(rowOf(data, 0)).toEqual(['Adelie', 'Torgersen', 39.1, 18.7, 181, 3750, 'MALE'])
    expect(await missingIn({}, 'Sex')).toBe(11)
    expect(await missingIn({}, 'Body Mass (g)')).toBe(2)
    expect(warnings).toEqual([{ text: '1 value “.” in “Sex” counts as missing.' }])
  })

  it('reads dates of cars and weather as dates, and titles of films as texts', async () => {
    expect(await typesOf('cars')).toEqual([
      'Name: text',
      'Miles_per_Gallon: numeric',
      'Cylinders: numeric',
      'Displacement: numeric',
      'Horsepower: numeric',
      'Weight_in_lbs: numeric',
      'Acceleration: numeric',
      'Year: datetime',
      'Origin: categorical',
    ])
    const weather = await gather({ dataset: 'seattle-weather' })
    expect(weather.figure).toBe('1,461 × 6')
    expect(rowOf(weather.data, 0)).toEqual([Date.UTC(2012, 0, 1), 0, 12.8, 5, 4.7, 'drizzle'])
    expect(await typesOf('movies')).toEqual(
      expect.arrayContaining([
        'Title: text',
        'Release Date: datetime',
        'US Gross: numeric',
        'Major Genre: categorical',
        'Director: text',
      ]),
    )
    expect(await missingIn({ dataset: 'movies' }, 'Title')).toBe(1)
  })

  it('starts a dataset with nothing prepared, and the target of a wired objective', async () => {
    const bare = (await gather({})).data
    expect(bare).toMatchObject({ recipe: [], marks: null, objective: null })
    expect(bare.table).toBe(bare.raw)
    expect(bare.roles.size).toBe(0)
    const objective = { target: 'Species', task: 'multiclass' }
    const wired = (await gather({}, objective)).data
    expect([...wired.roles]).toEqual([['Species', 'target']])
    expect(wired.objective).toEqual(objective)
  })

  it('refuses an objective whose target is not there, and offers the nearest name', async () => {
    expect(await errorOf(gather({}, { target: 'species_' }))).toEqual({
      kind: 'unknown-column',
      column: 'species_',
      closest: 'Species',
    })
  })

  it('draws the same rows for the same seed, whatever the workflow', async () => {
    const params = { dataset: 'moons', rows: 40, noise: 0.2 }
    expect((await gather(params)).table).toEqual((await gather(params)).table)
    expect((await gather({ ...params, seed: 1 })).table).not.toEqual((await gather(params)).table)
    expect((await gather(params)).figure).toBe('40 × 3')
  })

  it('adds the rows that feedback brought, with new categories and missing columns', async () => {
    const columns = [
      numberColumn('y', [9, 8]),
      codedColumn('class', ['b', 'new']),
      numberColumn('extra', [1, 2]),
    ]
    const bytes = writeCsv({ rowCount: 2, columns })
    const hash = hashBytes(bytes)
    const params = { dataset: 'circles', rows: 10, appended: [hash] }
    const { data, figure, warnings, preview } = await gather(params, undefined, new Map([[hash, bytes]]))
    expect(figure).toBe('12 × 3')
    expect([rowOf(data, 10), rowOf(data, 11)]).toEqual([
      [null, 9, 'b'],
      [null, 8, 'new'],
    ])
    expect(warnings!.map((warning) => warning.text)).toEqual([
      'Added rows lack “x”: missing there.',
      'Added rows have columns that the data does not: “extra”.',
    ])
    expect(preview.appended).toBe(2)
    expect(await errorOf(gather(params))).toMatchObject({ kind: 'file-not-here' })
  })
})
