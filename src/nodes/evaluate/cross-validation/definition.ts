import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { schemes } from '@/values/schemes'

export default defineNode({
  type: 'evaluate/cross-validation',
  version: 1,
  stage: 'evaluate',
  title: 'Cross-validation',
  summary:
    'Trains and judges each learner several times on changing parts of the data, so that luck in one split weighs less.',
  alsoCalled: ['k-fold', 'crossvalidation', 'CV', 'KFold', 'repeated splits'],
  common: true,
  params: z.strictObject({
    scheme: z
      .enum(schemes)
      .default('folds')
      .meta({
        title: 'Way of dividing',
        options: {
          folds: 'Folds: each is the test once',
          forward: 'Forward in time: the past predicts the next block',
          'leave-one-out': 'Leave one row (or group) out',
          random: 'Draw test rows at random, again and again',
          training: 'On the training rows, as a lesson',
        },
        help: 'Forward in time uses the column with the role time, or else the order of the rows. On the training rows shows how well a model remembers, not how well it predicts.',
      }),
    folds: z
      .int()
      .min(2)
      .max(50)
      .default(5)
      .meta({
        title: 'Folds',
        help: 'Each model is trained this many times per repeat.',
        showWhen: { param: 'scheme', in: ['folds', 'forward'] },
      }),
    repeats: z
      .int()
      .min(1)
      .max(20)
      .default(1)
      .meta({
        title: 'Repeats',
        help: 'How often the rows are dealt anew.',
        showWhen: { param: 'scheme', in: ['folds'] },
      }),
    draws: z
      .int()
      .min(2)
      .max(200)
      .default(10)
      .meta({
        title: 'Draws',
        help: 'How often test rows are drawn.',
        showWhen: { param: 'scheme', in: ['random'] },
      }),
    testShare: z
      .number()
      .min(1)
      .max(90)
      .default(20)
      .meta({
        title: 'Test rows',
        unit: '%',
        help: 'Share of the rows that each draw sets aside for the test.',
        showWhen: { param: 'scheme', in: ['random'] },
      }),
    stratified: z
      .boolean()
      .default(true)
      .meta({
        title: 'Stratified',
        help: 'Spread the classes evenly over the folds. Has no effect on a regression, or where a group column keeps rows together.',
        showWhen: { param: 'scheme', in: ['folds', 'random'] },
      }),
    threshold: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .meta({
        title: 'Decision threshold',
        help: 'For two classes: a row is called positive when its score is at least this.',
        step: 0.01,
        showForTask: ['binary'],
      }),
  }),
  inputs: { data: 'dataset', learners: { kind: 'learner', many: true, title: 'Learners' } },
  outputs: { evaluation: 'evaluation' },
})
