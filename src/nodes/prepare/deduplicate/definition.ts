import { z } from 'zod'
import { columnsParam } from '@/contract/columnChoice'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'prepare/deduplicate',
  version: 1,
  stage: 'prepare',
  title: 'Remove duplicates',
  summary: 'Keeps one row, or none, of rows that are the same in the columns you choose.',
  alsoCalled: ['dedupe', 'distinct', 'unique rows', 'drop duplicates'],
  params: z.strictObject({
    columns: columnsParam({ title: 'Same in', help: 'None chosen means all columns.' }),
    keep: z
      .enum(['first', 'last', 'none'])
      .default('first')
      .meta({ title: 'Keep', options: { first: 'The first', last: 'The last', none: 'None of them' } }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
