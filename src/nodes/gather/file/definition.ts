import { z } from 'zod'
import { defineNode } from '@/contract/node'

const reading = 'How to read it'
const byItself = 'Found by itself'
/** What has no meaning for JSON and Parquet. */
const ofText = { param: 'format', in: ['auto', 'delimited'] }

export default defineNode({
  type: 'gather/file',
  version: 1,
  stage: 'gather',
  title: 'File',
  summary:
    'Reads a CSV, TSV, JSON or Parquet file from this device, also gzipped; the data never leave the browser.',
  alsoCalled: ['CSV', 'TSV', 'JSON', 'Parquet', 'upload', 'import', 'load data', 'open file', 'read table'],
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
    firstRows: z.int().min(1).max(100_000_000).nullable().default(null).meta({
      title: 'Only the first rows',
      whenNull: 'all',
      help: 'How many rows to read; empty: all. A badge on all results says so.',
    }),
    format: z
      .enum(['auto', 'delimited', 'json', 'parquet'])
      .default('auto')
      .meta({
        title: 'Format',
        group: reading,
        options: { auto: byItself, delimited: 'Delimited text', json: 'JSON', parquet: 'Parquet' },
      }),
    path: z
      .string()
      .max(200)
      .default('')
      .meta({
        title: 'Path to the records',
        group: reading,
        help: 'Keys that lead to the records within a JSON object, such as data.items. Empty: found by itself.',
        showWhen: { param: 'format', in: ['auto', 'json'] },
      }),
    delimiter: z
      .enum(['auto', 'comma', 'semicolon', 'tab', 'pipe', 'space'])
      .default('auto')
      .meta({
        title: 'Delimiter',
        group: reading,
        options: {
          auto: byItself,
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
        group: reading,
        options: { auto: byItself, double: 'Double "', single: "Single '", none: 'None' },
      }),
    encoding: z
      .enum(['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])
      .default('auto')
      .meta({
        title: 'Encoding',
        group: reading,
        options: {
          auto: byItself,
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
        group: reading,
        options: { auto: byItself, point: 'Point (1.5)', comma: 'Comma (1,5)' },
      }),
    header: z
      .enum(['auto', 'yes', 'no'])
      .default('auto')
      .meta({
        title: 'First row',
        group: reading,
        options: { auto: byItself, yes: 'Names of the columns', no: 'Data' },
      }),
    preamble: z.int().min(0).max(500).nullable().default(null).meta({
      title: 'Lines before the table',
      whenNull: 'found by itself',
      group: reading,
      help: 'Titles and notes that are skipped. Empty: found by itself.',
      showWhen: ofText,
    }),
    headerRows: z.int().min(1).max(5).nullable().default(null).meta({
      title: 'Header rows',
      whenNull: 'found by itself',
      group: reading,
      help: 'The names of several rows are joined: Height above min is “Height min”. Empty: found by itself.',
      showWhen: ofText,
    }),
    thousands: z
      .enum(['auto', 'none', 'comma', 'point', 'space', 'apostrophe'])
      .default('auto')
      .meta({
        title: 'Sign between thousands',
        group: reading,
        options: {
          auto: byItself,
          none: 'None',
          comma: 'Comma (1,234)',
          point: 'Point (1.234)',
          space: 'Space (1 234)',
          apostrophe: "Apostrophe (1'234)",
        },
        showWhen: ofText,
      }),
    dates: z
      .enum(['auto', 'day-first', 'month-first'])
      .default('auto')
      .meta({
        title: 'Dates such as 3/4/2026',
        group: reading,
        options: {
          auto: byItself,
          'day-first': 'Day first (3 April)',
          'month-first': 'Month first (March 4)',
        },
      }),
    missing: z
      .enum(['usual', 'empty', 'exact'])
      .default('usual')
      .meta({
        title: 'Missing values',
        group: reading,
        options: {
          usual: 'Empty, NA, N/A, NaN, null, ?, -, .',
          empty: 'Only empty cells',
          exact: 'Only empty cells, blanks are text',
        },
      }),
    markers: z.string().max(500).default('').meta({
      title: 'Also missing',
      group: reading,
      help: 'Further texts or numbers that stand for a missing value, with commas between them: -999, unknown',
    }),
    types: z
      .array(
        z.strictObject({
          column: z.string(),
          type: z.enum(['numeric', 'categorical', 'text', 'datetime', 'ignore']),
        }),
      )
      .max(2000)
      .default([])
      .meta({
        title: 'Column types',
        widget: 'column-types',
        help: 'Only what the guess got wrong. Ignored columns are not read.',
      }),
    appended: z
      .array(z.string())
      .max(1000)
      .default([])
      .meta({ title: 'Added by feedback', widget: 'hidden' }),
  }),
  inputs: { objective: { kind: 'objective', optional: true } },
  outputs: { data: 'dataset' },
})
