import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'gather/file',
  version: 1,
  stage: 'gather',
  title: 'File',
  summary: 'Reads a CSV or TSV file from this device; the data never leave the browser.',
  explain: {
    does: 'Turns delimited text into a table. Encoding, delimiter, quotes, decimal sign, header and column types are guessed; each guess is shown and can be corrected.',
    when: 'For data of your own. Drop a file on the canvas, or choose one here.',
    pitfalls:
      'Look at the types: postcodes and other codes are not numbers, and one stray word makes a column of numbers a column of words. Empty cells and NA, N/A, NaN, null, ?, - and . count as missing; if one of these is a real value (NA for Namibia), count only empty cells. Rows with too few or too many cells are listed with their lines.',
  },
  params: z.strictObject({
    file: z
      .strictObject({
        hash: z.string().regex(/^[0-9a-f]{32}$/),
        name: z.string().max(200),
        size: z.int().min(0),
      })
      .nullable()
      .default(null)
      .meta({ title: 'File', widget: 'file' }),
    delimiter: z
      .enum(['auto', 'comma', 'semicolon', 'tab', 'pipe', 'space'])
      .default('auto')
      .meta({
        title: 'Delimiter',
        group: 'How to read it',
        options: {
          auto: 'Found by itself',
          comma: 'Comma',
          semicolon: 'Semicolon',
          tab: 'Tab',
          pipe: 'Vertical bar',
          space: 'Space',
        },
      }),
    quote: z
      .enum(['auto', 'double', 'single', 'none'])
      .default('auto')
      .meta({
        title: 'Quotes',
        group: 'How to read it',
        options: { auto: 'Found by itself', double: 'Double "', single: "Single '", none: 'None' },
      }),
    encoding: z
      .enum(['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])
      .default('auto')
      .meta({
        title: 'Encoding',
        group: 'How to read it',
        options: {
          auto: 'Found by itself',
          'utf-8': 'UTF-8',
          'utf-16le': 'UTF-16, little end first',
          'utf-16be': 'UTF-16, big end first',
          'windows-1252': 'Latin-1 (Windows-1252)',
        },
      }),
    decimal: z
      .enum(['auto', 'point', 'comma'])
      .default('auto')
      .meta({
        title: 'Decimal sign',
        group: 'How to read it',
        options: { auto: 'Found by itself', point: 'Point (1.5)', comma: 'Comma (1,5)' },
      }),
    header: z
      .enum(['auto', 'yes', 'no'])
      .default('auto')
      .meta({
        title: 'First row',
        group: 'How to read it',
        options: { auto: 'Found by itself', yes: 'Names of the columns', no: 'Data' },
      }),
    missing: z
      .enum(['usual', 'empty'])
      .default('usual')
      .meta({
        title: 'Missing values',
        group: 'How to read it',
        options: { usual: 'Empty, NA, N/A, NaN, null, ?, -, .', empty: 'Only empty cells' },
      }),
    types: z
      .array(
        z.strictObject({ column: z.string(), type: z.enum(['numeric', 'categorical', 'text', 'datetime']) }),
      )
      .max(2000)
      .default([])
      .meta({ title: 'Column types', widget: 'column-types', help: 'Only what the guess got wrong.' }),
    appended: z
      .array(z.string())
      .max(1000)
      .default([])
      .meta({ title: 'Added by feedback', widget: 'hidden' }),
  }),
  inputs: { objective: { kind: 'objective', optional: true } },
  outputs: { data: 'dataset' },
})
