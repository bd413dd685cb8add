import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'prepare/rename',
  version: 1,
  stage: 'prepare',
  title: 'Rename columns',
  summary: 'Gives columns other names; their values, types and roles stay.',
  alsoCalled: ['name columns', 'relabel', 'column names', 'headers'],
  params: z.strictObject({
    names: z
      .array(
        z.strictObject({
          column: z.string().meta({ title: 'Column', widget: 'column' }),
          name: z.string().max(200).default('').meta({ title: 'New name' }),
        }),
      )
      .max(2000)
      .default([])
      .meta({ title: 'New names', widget: 'records', help: 'Columns that are not listed keep their names.' }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
