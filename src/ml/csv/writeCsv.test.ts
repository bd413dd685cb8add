import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codedColumn, numberColumn, type Column, type Table } from '@/values/table'
import { parseCsv } from './parseCsv'
import { writtenOptions, type CsvOptions } from './types'
import { writeCsv } from './writeCsv'

const pulse = { signal: new AbortController().signal, breathe: async () => {}, progress: () => {} }
const hostile = fc.constantFrom(
  '"',
  '""',
  ',',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  ';',
  "'",
  '\0',
  '__proto__',
  '=1+1',
  '1,5',
  'NA',
  '007',
  'é',
  '\uFEFF',
  '😀',
)
const text = fc.oneof(
  fc.array(hostile, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ minLength: 1 }),
)
const notBlank = text.filter((value) => value.trim() !== '')

const numbers = fc.oneof(fc.double(), fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 1e308, 5e-324))
const moments = fc.oneof(fc.integer({ min: -8.64e15, max: 8.64e15 }), fc.constant(NaN))
const columnOf = (rows: number): fc.Arbitrary<Column> => {
  const fixed = { minLength: rows, maxLength: rows }
  return fc.oneof(
    fc.array(numbers, fixed).map((values) => numberColumn('', values)),
    fc.array(moments, fixed).map((values): Column => ({ ...numberColumn('', values), type: 'datetime' })),
    fc.array(fc.option(notBlank), fixed).map((values) => codedColumn('', values)),
    fc.array(fc.option(notBlank), fixed).map((values) => codedColumn('', values, 'text')),
  )
}
const tables: fc.Arbitrary<Table> = fc.integer({ min: 0, max: 8 }).chain((rowCount) =>
  fc
    .uniqueArray(fc.tuple(notBlank, columnOf(rowCount)), {
      minLength: 1,
      maxLength: 5,
      selector: ([name]) => name,
    })
    .map((columns) => ({
      rowCount,
      columns: columns.map(([name, column]) => ({ ...column, name })),
    })),
)

describe('writeCsv', () => {
  it('writes what parseCsv reads back as the same table, given its types', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const types = table.columns.map(({ name, type }) => ({ column: name, type }))
        const options: CsvOptions = { ...writtenOptions, types }
        const { table: read } = await parseCsv(writeCsv(table), options, pulse)
        expect(read).toEqual(table)
      }),
      { numRuns: 500 },
    )
  })

  it('escapes formulas only when asked', () => {
    const table: Table = {
      rowCount: 1,
      columns: [codedColumn('a', ['=HYPERLINK()']), numberColumn('b', [-1])],
    }
    const textOf = (escapeFormulas: boolean) => new TextDecoder().decode(writeCsv(table, { escapeFormulas }))
    expect(textOf(false)).toBe('a,b\r\n=HYPERLINK(),-1\r\n')
    expect(textOf(true)).toBe(`a,b\r\n"'=HYPERLINK()",-1\r\n`)
  })
})
