import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'evaluate/calibration-plot',
  version: 1,
  stage: 'evaluate',
  title: 'Calibration plot',
  summary: 'Shows whether scores mean what they say: of the rows scored 0.8, are eight in ten of the class?',
  alsoCalled: ['reliability diagram', 'reliability curve', 'calibration curve', 'ECE', 'Brier'],
  params: z.strictObject({
    bins: z.int().min(2).max(50).default(10).meta({ title: 'Bins' }),
    equal: z
      .enum(['width', 'rows'])
      .default('width')
      .meta({
        title: 'Bins of equal',
        options: { width: 'Width', rows: 'Number of rows' },
        help: 'Equal numbers of rows serve where most scores lie close together.',
      }),
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
