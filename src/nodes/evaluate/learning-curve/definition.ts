import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { foldParams } from '../foldParams'

export default defineNode({
  type: 'evaluate/learning-curve',
  version: 1,
  stage: 'evaluate',
  title: 'Learning curve',
  summary:
    'Shows how the score grows with the number of training rows, on test rows and on the training rows.',
  alsoCalled: [
    'learning_curve',
    'training size',
    'more data',
    'overfitting',
    'underfitting',
    'bias and variance',
  ],
  params: z.strictObject({
    points: z.int().min(2).max(20).default(5).meta({
      title: 'Points',
      help: 'Numbers of training rows that are tried, evenly from the first part to all.',
    }),
    first: z.number().min(1).max(90).default(10).meta({
      title: 'First part',
      unit: '%',
      help: 'Share of the training rows at the first point.',
    }),
    ...foldParams,
  }),
  inputs: { data: 'dataset', learner: { kind: 'learner', title: 'Learner' } },
  outputs: {},
})
