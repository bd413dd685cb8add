import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/baseline',
  version: 1,
  stage: 'build',
  title: 'Baseline',
  summary: 'Predicts the same for every row: what any real model has to beat.',
  alsoCalled: ['dummy model', 'majority class', 'mean predictor', 'ZeroR', 'DummyClassifier'],
  common: true,
  params: z.strictObject({
    number: z
      .enum(['mean', 'median'])
      .default('mean')
      .meta({
        title: 'For a numeric target',
        options: { mean: 'Mean', median: 'Median' },
        help: 'The mean has the smallest squared error, the median the smallest absolute error. Not used for classes.',
      }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
