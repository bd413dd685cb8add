import { z } from 'zod'
import { defineNode } from '@/contract/node'

const sparse = { param: 'method', in: ['lasso', 'elasticNet'] }

export default defineNode({
  type: 'build/linear-regression',
  version: 1,
  stage: 'build',
  title: 'Linear regression',
  summary: 'Predicts a number as a weighted sum of the features.',
  alsoCalled: [
    'ordinary least squares',
    'OLS',
    'ridge',
    'lasso',
    'elastic net',
    'Huber',
    'robust regression',
    'linear model',
  ],
  common: true,
  params: z.strictObject({
    method: z
      .enum(['squares', 'lasso', 'elasticNet', 'huber'])
      .default('squares')
      .meta({
        title: 'Form',
        options: {
          squares: 'Least squares, plain or ridge',
          lasso: 'Lasso (L1)',
          elasticNet: 'Elastic net (L1 and L2)',
          huber: 'Robust (Huber)',
        },
        help: 'Lasso and elastic net leave features out by giving them weight 0. The robust form lets rows with large errors pull less.',
      }),
    penalty: z
      .number()
      .min(0)
      .max(1e9)
      .default(0)
      .meta({
        title: 'L2 penalty (ridge)',
        step: 0.1,
        showWhen: { param: 'method', in: ['squares'] },
        help: '0 is plain least squares. Above it, large weights cost: penalty × the sum of squared weights. Scale the features first, so that the cost is fair.',
      }),
    alpha: z.number().min(1e-9).max(1e9).default(1).meta({
      title: 'Penalty (alpha)',
      step: 0.1,
      showWhen: sparse,
      help: 'More leaves out more features. Scale the features first, so that the cost is fair.',
    }),
    l1Ratio: z
      .number()
      .min(0.01)
      .max(1)
      .default(0.5)
      .meta({
        title: 'Share of L1',
        step: 0.05,
        showWhen: { param: 'method', in: ['elasticNet'] },
        help: '1 is the lasso; below it, features that say the same share their weight.',
      }),
    epsilon: z
      .number()
      .min(1)
      .max(1000)
      .default(1.35)
      .meta({
        title: 'Where outliers begin (epsilon)',
        step: 0.05,
        showWhen: { param: 'method', in: ['huber'] },
        help: 'In scales of the usual error, which is found along with the weights. Smaller is more robust.',
      }),
    robustPenalty: z
      .number()
      .min(0)
      .max(1e9)
      .default(0.0001)
      .meta({
        title: 'L2 penalty (alpha)',
        step: 0.0001,
        showWhen: { param: 'method', in: ['huber'] },
      }),
    maxIterations: z.int().min(1).max(1_000_000).default(1000).meta({
      title: 'Most rounds',
      group: 'Search',
      showWhen: sparse,
      help: 'The search stops here even when it has not settled, and says so.',
    }),
    tolerance: z.number().min(1e-12).max(0.1).default(1e-4).meta({
      title: 'Tolerance',
      group: 'Search',
      step: 1e-4,
      showWhen: sparse,
      help: 'The search has settled when the fit can improve by no more than this share.',
    }),
    resamples: z.int().min(0).max(10_000).default(0).meta({
      title: 'Resamples for intervals',
      group: 'Intervals',
      help: 'Fits so many times on rows drawn with replacement, to see how much the weights depend on the rows; 0 does without. Plain least squares have exact intervals.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
