import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/logistic-regression',
  version: 1,
  stage: 'build',
  title: 'Logistic regression',
  summary: 'Predicts the probability of each class from a weighted sum of the features.',
  alsoCalled: ['logit', 'softmax', 'classifier', 'linear classification', 'LogisticRegression'],
  common: true,
  params: z.strictObject({
    c: z.number().min(1e-6).max(1e6).default(1).meta({
      title: 'Freedom (C)',
      step: 0.1,
      help: 'Inverse strength of the L2 penalty, as in scikit-learn: smaller keeps the weights smaller, larger follows the training rows more closely.',
    }),
    maxIterations: z.int().min(1).max(10_000).default(500).meta({
      title: 'Most iterations',
      group: 'Search',
      help: 'The search stops here even when it has not settled, and says so.',
    }),
    tolerance: z.number().min(1e-9).max(0.1).default(1e-6).meta({
      title: 'Tolerance',
      group: 'Search',
      step: 1e-6,
      help: 'The search has settled when no slope of the mean loss is larger.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
