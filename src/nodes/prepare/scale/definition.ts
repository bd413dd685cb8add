import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'prepare/scale',
  version: 1,
  stage: 'prepare',
  title: 'Scale numbers',
  summary: 'Brings numeric columns to a common size, so that none dominates only because of its unit.',
  explain: {
    does: 'Shifts and stretches each numeric column: to mean 0 and deviation 1 (standard), to the range 0 to 1 (min–max), or to median 0 and interquartile range 1 (robust).',
    when: 'Before models that compare sizes or learn by gradient: linear and logistic regression, neural networks, nearest neighbours. Trees do not need it.',
    pitfalls:
      'The shift and the stretch are learned from the training rows only; new data can fall outside the range 0 to 1. Outliers squeeze the rest under min–max: use robust. A column that never varies becomes 0.',
  },
  params: z.strictObject({
    method: z
      .enum(['standard', 'min-max', 'robust'])
      .default('standard')
      .meta({
        title: 'Method',
        options: {
          standard: 'Standard (mean 0, deviation 1)',
          'min-max': 'Min–max (0 to 1)',
          robust: 'Robust (median, quartiles)',
        },
      }),
    columns: z.array(z.string()).default([]).meta({
      title: 'Columns',
      widget: 'columns',
      help: 'None chosen means every numeric feature, dates included.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
