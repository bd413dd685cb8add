import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'prepare/sort',
  version: 1,
  stage: 'prepare',
  title: 'Sort rows',
  summary: 'Puts rows in the order of one or more columns.',
  alsoCalled: ['order by', 'arrange', 'rank', 'ascending', 'descending'],
  params: z.strictObject({
    by: z
      .array(
        z.strictObject({
          column: z.string().meta({ title: 'Column', widget: 'column' }),
          order: z
            .enum(['ascending', 'descending'])
            .default('ascending')
            .meta({
              title: 'Order',
              options: { ascending: 'Smallest first', descending: 'Largest first' },
            }),
        }),
      )
      .max(50)
      .default([])
      .meta({ title: 'Sort by', widget: 'records' }),
    missing: z
      .enum(['last', 'first'])
      .default('last')
      .meta({ title: 'Rows without a value', options: { last: 'At the end', first: 'At the start' } }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
