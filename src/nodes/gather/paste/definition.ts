import { z } from 'zod'
import { defineNode } from '@/contract/node'

export const mostRows = 2000
export const mostColumns = 50
/** Characters of one cell, and of all cells together: the table travels inside the workflow file. */
export const longestCell = 2000
const mostCharacters = 2_000_000

const cell = z.string().max(longestCell)

export default defineNode({
  type: 'gather/paste',
  version: 1,
  stage: 'gather',
  title: 'Typed or pasted table',
  summary: 'A small table that you type, or paste from a spreadsheet.',
  alsoCalled: [
    'enter data',
    'manual',
    'clipboard',
    'spreadsheet',
    'Excel',
    'type in',
    'create table',
    'copy',
  ],
  params: z.strictObject({
    table: z
      .strictObject({
        columns: z.array(z.string().max(200)).max(mostColumns),
        rows: z.array(z.array(cell).max(mostColumns)).max(mostRows),
      })
      .refine(({ rows }) => charactersOf(rows) <= mostCharacters, {
        error: 'Too much text: at most 2,000,000 characters in all cells together',
      })
      .default({
        columns: ['A', 'B', 'C'],
        rows: Array.from({ length: 5 }, () => ['', '', '']),
      })
      .meta({ title: 'Table', widget: 'grid' }),
    decimal: z
      .enum(['auto', 'point', 'comma'])
      .default('auto')
      .meta({
        title: 'Decimal sign',
        group: 'How to read it',
        options: { auto: 'Found by itself', point: 'Point (1.5)', comma: 'Comma (1,5)' },
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
      .max(mostColumns)
      .default([])
      .meta({
        title: 'Column types',
        group: 'How to read it',
        widget: 'column-types',
        help: 'Only what the guess got wrong.',
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

const charactersOf = (rows: readonly (readonly string[])[]): number =>
  rows.reduce((sum, row) => row.reduce((inner, text) => inner + text.length, sum), 0)
