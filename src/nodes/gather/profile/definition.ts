import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'gather/profile',
  version: 1,
  stage: 'gather',
  title: 'Profile',
  summary:
    'Looks at every column and at every pair of columns, and lists what is odd. The data go on unchanged.',
  alsoCalled: [
    'exploratory analysis',
    'EDA',
    'describe',
    'statistics',
    'correlation',
    'distribution',
    'histogram',
    'explore',
    'data quality',
  ],
  params: z.strictObject({
    target: z.string().nullable().default(null).meta({
      title: 'Compare all with',
      widget: 'column',
      help: 'None chosen takes the target, if there is one.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
