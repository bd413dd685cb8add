import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'prepare/concatenate',
  version: 1,
  stage: 'prepare',
  title: 'Stack tables',
  summary: 'Puts the rows of several tables below each other.',
  alsoCalled: ['append', 'union', 'concat', 'combine rows', 'merge rows', 'rbind', 'add rows'],
  params: z.strictObject({
    columns: z
      .enum(['all', 'shared'])
      .default('all')
      .meta({ title: 'Columns', options: { all: 'All columns', shared: 'Shared columns' } }),
    origin: z
      .boolean()
      .default(false)
      .meta({ title: 'Add an origin column', help: 'Table 1, table 2 …, in the order of the wires.' }),
    originName: z
      .string()
      .max(100)
      .default('origin')
      .meta({ title: 'Its name', showWhen: { param: 'origin', in: [true] } }),
  }),
  inputs: { data: { kind: 'dataset', many: true, title: 'Tables' } },
  outputs: { data: 'dataset' },
})
