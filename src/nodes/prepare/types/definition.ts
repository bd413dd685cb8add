import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { dateParts, partNames } from './parts'

const columnTypes = ['numeric', 'categorical', 'text', 'datetime'] as const
const titles = Object.fromEntries(Object.entries(dateParts).map(([part, { title }]) => [part, title]))

export default defineNode({
  type: 'prepare/types',
  version: 1,
  stage: 'prepare',
  title: 'Change types',
  summary: 'Reads columns as numbers, categories, text or dates, and takes dates apart.',
  alsoCalled: [
    'cast',
    'convert',
    'data types',
    'dtype',
    'parse dates',
    'date parts',
    'to number',
    'to category',
    'extract month',
  ],
  params: z.strictObject({
    types: z
      .array(z.strictObject({ column: z.string(), type: z.enum(columnTypes) }))
      .default([])
      .meta({ title: 'Types', widget: 'column-types', help: 'A column that is not listed keeps its type.' }),
    dates: z
      .array(
        z.strictObject({
          column: z.string().meta({ title: 'Date', widget: 'column' }),
          part: z.enum(partNames).default('month').meta({ title: 'Part', options: titles }),
          form: z
            .enum(['number', 'cyclic'])
            .default('number')
            .meta({ title: 'As', options: { number: 'Number', cyclic: 'Place on a circle' } }),
        }),
      )
      .max(200)
      .default([])
      .meta({
        title: 'Parts of dates',
        widget: 'records',
        help: 'Each becomes a new column, a place on a circle two.',
      }),
    remove: z.boolean().default(false).meta({
      title: 'Remove the dates that were taken apart',
      help: 'A date that is left is learned from too, as one long number.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
