import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { stopping } from './stoppingParams'

export default defineNode({
  type: 'build/gradient-boosting',
  version: 1,
  stage: 'build',
  title: 'Gradient boosting',
  summary: 'Adds up many small trees, each of which corrects what the ones before it still get wrong.',
  alsoCalled: [
    'HistGradientBoosting',
    'LightGBM',
    'XGBoost',
    'CatBoost',
    'GBM',
    'GBDT',
    'boosted trees',
    'Poisson regression',
    'quantile regression',
  ],
  common: true,
  params: z.strictObject({
    loss: z
      .enum(['squared', 'absolute', 'poisson', 'quantile'])
      .default('squared')
      .meta({
        title: 'Loss',
        showForTask: ['regression'],
        options: {
          squared: 'Squared error (mean)',
          absolute: 'Absolute error (median, outliers count less)',
          poisson: 'Poisson (counts)',
          quantile: 'Quantile',
        },
        help: 'What counts as wrong for a numeric target. Classes use the log loss.',
      }),
    quantile: z
      .number()
      .min(0.01)
      .max(0.99)
      .default(0.5)
      .meta({
        title: 'Quantile',
        step: 0.05,
        showForTask: ['regression'],
        showWhen: { param: 'loss', in: ['quantile'] },
        help: 'Share of the values that shall lie below the prediction; 0.9 predicts a value that is exceeded once in ten times.',
      }),
    iterations: z.int().min(1).max(10_000).default(100).meta({
      title: 'Iterations',
      help: 'At most so many trees; with more than two classes, so many for each class.',
    }),
    learningRate: z.number().min(0.0001).max(10).default(0.1).meta({
      title: 'Learning rate',
      step: 0.01,
      help: 'Share of each tree’s answer that is added. Above 1 it can run away.',
    }),
    leaves: z
      .int()
      .min(2)
      .max(4096)
      .default(31)
      .meta({ title: 'Leaves', group: 'Trees', help: 'Most leaves of a tree.' }),
    maxDepth: z
      .int()
      .min(1)
      .max(64)
      .nullable()
      .default(null)
      .meta({ title: 'Largest depth', group: 'Trees', unit: 'questions', whenNull: 'no limit' }),
    minSamplesLeaf: z.int().min(1).max(1_000_000).default(20).meta({
      title: 'Rows in a leaf',
      group: 'Trees',
      unit: 'rows',
      help: 'No question may leave fewer rows than this on either side. Lower it for very small data.',
    }),
    l2: z.number().min(0).max(1e6).default(0).meta({
      title: 'L2 regularisation',
      group: 'Trees',
      help: 'Draws the answers of leaves with few rows towards zero.',
    }),
    subsample: z.number().min(0.05).max(1).default(1).meta({
      title: 'Share of rows per tree',
      group: 'Trees',
      step: 0.05,
      help: 'Below 1, each tree sees other rows, drawn by chance.',
    }),
    columnSubsample: z.number().min(0.05).max(1).default(1).meta({
      title: 'Share of features per tree',
      group: 'Trees',
      step: 0.05,
      help: 'Below 1, each tree may ask about other features, drawn by chance.',
    }),
    monotone: z
      .array(
        z.strictObject({
          column: z.string().default('').meta({ title: 'Feature', widget: 'column' }),
          direction: z
            .enum(['rising', 'falling'])
            .default('rising')
            .meta({ title: 'Prediction', options: { rising: 'Only rises', falling: 'Only falls' } }),
        }),
      )
      .max(500)
      .default([])
      .meta({
        title: 'Monotone features',
        group: 'Trees',
        widget: 'records',
        help: 'When such a feature grows and all else stays, the prediction (or the chance of the second class) never goes the other way. For numbers; not with more than two classes.',
      }),
    ...stopping,
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
