import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/one-class',
  version: 1,
  stage: 'build',
  title: 'One-class SVM',
  summary: 'Draws a border around the usual rows, and says of every row how far inside or outside it lies.',
  alsoCalled: ['anomaly detection', 'novelty', 'outliers', 'OneClassSVM', 'unusual rows', 'fraud'],
  params: z.strictObject({
    nu: z.number().min(0.001).max(1).default(0.5).meta({
      title: 'Share that may be unusual (nu)',
      step: 0.01,
      help: 'At most this share of the training rows lies outside. The usual choice for rare faults is 0.01 to 0.1; 0.5 is the default of scikit-learn.',
    }),
    gamma: z
      .enum(['scale', 'auto', 'number'])
      .default('scale')
      .meta({
        title: 'Reach of a row (gamma)',
        options: {
          scale: 'By features and their variance',
          auto: 'By the number of features',
          number: 'A number',
        },
      }),
    gammaValue: z
      .number()
      .min(1e-9)
      .max(1e6)
      .default(0.1)
      .meta({
        title: 'Gamma',
        step: 0.01,
        showWhen: { param: 'gamma', in: ['number'] },
        help: 'Larger lets each row reach less far, so that the border follows the rows more closely.',
      }),
    tolerance: z.number().min(1e-9).max(0.1).default(1e-3).meta({
      title: 'Tolerance',
      group: 'Search',
      step: 1e-4,
      help: 'The search ends when it is this close to the optimum.',
    }),
    maxIterations: z.int().min(1).max(100_000_000).default(10_000_000).meta({
      title: 'Most iterations',
      group: 'Search',
      help: 'The search stops here even when it has not settled, and says so.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', data: 'dataset' },
})
