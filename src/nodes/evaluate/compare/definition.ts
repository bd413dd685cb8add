import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { foldParams } from '../foldParams'

export default defineNode({
  type: 'evaluate/compare',
  version: 1,
  stage: 'evaluate',
  title: 'Compare learners',
  summary:
    'Says of every two learners whether one is better, both are equally good, or these rows cannot tell.',
  alsoCalled: [
    'paired t-test',
    'corrected resampled t-test',
    'Nadeau Bengio',
    'Bayesian correlated t-test',
    'ROPE',
    'McNemar',
    'DeLong',
    'significance test',
    'Test & Score',
  ],
  common: true,
  params: z.strictObject({
    folds: foldParams.folds,
    repeats: z
      .int()
      .min(1)
      .max(20)
      .default(1)
      .meta({ title: 'Repeats', help: 'How often the rows are dealt anew.' }),
    stratified: foldParams.stratified,
    metric: foldParams.metric,
    rope: z.number().min(0).default(0.01).meta({
      title: 'Region of practical equivalence',
      help: 'Differences up to this do not matter to you; in units of the metric.',
      step: 0.005,
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
