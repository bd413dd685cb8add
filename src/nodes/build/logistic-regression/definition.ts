import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/logistic-regression',
  version: 1,
  stage: 'build',
  title: 'Logistic regression',
  summary: 'Predicts the probability of each class from a weighted sum of the features.',
  alsoCalled: [
    'logit',
    'softmax',
    'classifier',
    'linear classification',
    'LogisticRegression',
    'L1',
    'elastic net',
    'glmnet',
  ],
  common: true,
  params: z.strictObject({
    regularisation: z
      .enum(['l2', 'l1', 'elasticNet', 'none'])
      .default('l2')
      .meta({
        title: 'Penalty',
        options: {
          l2: 'On squared weights (L2)',
          l1: 'On the size of weights (L1)',
          elasticNet: 'Both (elastic net)',
          none: 'None',
        },
        help: 'L1 and elastic net leave features out by giving them weight 0. Without a penalty the weights get intervals.',
      }),
    c: z
      .number()
      .min(1e-6)
      .max(1e6)
      .default(1)
      .meta({
        title: 'Freedom (C)',
        step: 0.1,
        showWhen: { param: 'regularisation', in: ['l2', 'l1', 'elasticNet'] },
        help: 'Inverse strength of the penalty, as in scikit-learn: smaller keeps the weights smaller, larger follows the training rows more closely.',
      }),
    l1Ratio: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .meta({
        title: 'Share of L1',
        step: 0.05,
        showWhen: { param: 'regularisation', in: ['elasticNet'] },
      }),
    classWeight: z
      .enum(['none', 'balanced', 'perClass'])
      .default('none')
      .meta({
        title: 'Weight of the classes',
        options: {
          none: 'Every row counts the same',
          balanced: 'Every class counts the same',
          perClass: 'A weight for each class',
        },
        help: 'A class that weighs more is missed less, at the price of more false alarms; probabilities move with it.',
      }),
    weights: z
      .array(
        z.strictObject({
          class: z.string().max(1000).default('').meta({ title: 'Class' }),
          weight: z.number().min(0.0001).max(1e6).default(1).meta({ title: 'Weight' }),
        }),
      )
      .max(500)
      .default([])
      .meta({
        title: 'Weights of classes',
        widget: 'records',
        showWhen: { param: 'classWeight', in: ['perClass'] },
        help: 'Classes that are not named weigh 1.',
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
