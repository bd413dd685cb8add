import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/linear-regression',
  version: 1,
  stage: 'build',
  title: 'Linear regression',
  summary: 'Predicts a number as a weighted sum of the features.',
  alsoCalled: ['ordinary least squares', 'OLS', 'ridge', 'lasso', 'elastic net', 'linear model'],
  common: true,
  params: z.strictObject({
    penalty: z.number().min(0).max(1e9).default(0).meta({
      title: 'L2 penalty (ridge)',
      step: 0.1,
      help: '0 is plain least squares. Above it, large weights cost: penalty × the sum of squared weights. Scale the features first, so that the cost is fair.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
