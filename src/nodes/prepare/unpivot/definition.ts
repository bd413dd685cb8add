import { z } from 'zod'
import { columnsParam } from '@/contract/columnChoice'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'prepare/unpivot',
  version: 1,
  stage: 'prepare',
  title: 'Unpivot to rows',
  summary: 'Makes rows of columns: one row for each value, with the name of the column that it stood in.',
  alsoCalled: ['melt', 'wide to long', 'gather', 'pivot_longer', 'reshape', 'stack columns'],
  params: z.strictObject({
    columns: columnsParam({
      title: 'Columns to take apart',
      help: 'None chosen means every column of numbers.',
    }),
    namesTo: z.string().max(100).default('name').meta({ title: 'Names go to' }),
    valuesTo: z.string().max(100).default('value').meta({ title: 'Values go to' }),
    skipMissing: z.boolean().default(false).meta({ title: 'Leave out missing values' }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
