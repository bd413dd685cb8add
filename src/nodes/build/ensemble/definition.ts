import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/ensemble',
  version: 1,
  stage: 'build',
  title: 'Ensemble',
  summary:
    'Makes one model of several: by their mean or vote, by weighing what they say, or by changing rows.',
  alsoCalled: [
    'voting',
    'stacking',
    'bagging',
    'blending',
    'VotingClassifier',
    'StackingClassifier',
    'BaggingClassifier',
    'committee',
    'model averaging',
  ],
  params: z.strictObject({
    method: z
      .enum(['voting', 'stacking', 'bagging'])
      .default('voting')
      .meta({
        title: 'Way of joining',
        options: {
          voting: 'Voting: mean or majority',
          stacking: 'Stacking: a last model weighs them',
          bagging: 'Bagging: many models on drawn rows',
        },
      }),
    vote: z
      .enum(['soft', 'hard'])
      .default('soft')
      .meta({
        title: 'Vote of classes',
        options: { soft: 'Mean of the probabilities (soft)', hard: 'Share of the votes (hard)' },
        help: 'A hard vote only counts which class each member calls; scikit-learn’s default. A regression always takes the mean.',
        showWhen: { param: 'method', in: ['voting'] },
      }),
    weights: z
      .string()
      .max(500)
      .default('')
      .meta({
        title: 'Weights of the members',
        whenNull: 'all alike',
        help: 'One number for each wired learner, in the order of the wires, such as “2, 1, 1”. Empty: all count alike.',
        showWhen: { param: 'method', in: ['voting'] },
      }),
    folds: z
      .int()
      .min(2)
      .max(50)
      .default(5)
      .meta({
        title: 'Inner folds',
        help: 'Each member is trained this many times on parts of the training rows, to be heard on the rest.',
        showWhen: { param: 'method', in: ['stacking'] },
      }),
    models: z
      .int()
      .min(1)
      .max(200)
      .default(10)
      .meta({
        title: 'Models of each learner',
        showWhen: { param: 'method', in: ['bagging'] },
      }),
    share: z
      .number()
      .min(1)
      .max(100)
      .default(100)
      .meta({
        title: 'Rows of each model',
        unit: '%',
        help: 'How many rows are drawn for each model, as a share of the training rows.',
        showWhen: { param: 'method', in: ['bagging'] },
      }),
    replace: z
      .boolean()
      .default(true)
      .meta({
        title: 'Draw with replacement',
        help: 'A row may be drawn several times. Without it, choose a share below 100 %, or all models see the same rows.',
        showWhen: { param: 'method', in: ['bagging'] },
      }),
  }),
  inputs: { data: 'dataset', learners: { kind: 'learner', many: true, title: 'Learners' } },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
