import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'evaluate/lift-gain',
  version: 1,
  stage: 'evaluate',
  title: 'Lift and gain',
  summary: 'Shows how many of the wanted rows are found when only the highest scored ones are looked at.',
  alsoCalled: ['cumulative gains', 'lift chart', 'targeting', 'deciles', 'Kolmogorov-Smirnov', 'KS'],
  params: z.strictObject({
    class: z
      .string()
      .max(1000)
      .default('')
      .meta({ title: 'Class', help: 'Empty means the positive class, or the first of several.' }),
  }),
  inputs: {
    models: { kind: 'model', many: true, title: 'Models' },
    data: { kind: 'dataset', optional: true, title: 'Test data' },
  },
  outputs: {},
})
