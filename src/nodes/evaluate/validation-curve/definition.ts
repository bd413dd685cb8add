import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { spaceRecord } from '../../build/tune/spaceParam'
import { divisionParams } from '../foldParams'

export default defineNode({
  type: 'evaluate/validation-curve',
  version: 1,
  stage: 'evaluate',
  title: 'Validation curve',
  summary: 'Shows how the score changes with one setting of a learner, on test rows and on training rows.',
  alsoCalled: [
    'validation_curve',
    'hyperparameter',
    'model complexity',
    'overfitting',
    'underfitting',
    'bias and variance',
    'parameter range',
  ],
  params: z.strictObject({
    space: z.array(spaceRecord).max(1).default([]).meta({
      title: 'What is varied',
      widget: 'space',
      help: 'One setting of the wired learner. Without a choice of yours it is the first of those that usually matter, in its usual range.',
    }),
    points: z.int().min(2).max(30).default(8).meta({
      title: 'Values',
      help: 'Numbers are tried at this many places of the range; a list of choices is tried whole.',
    }),
    ...divisionParams,
  }),
  inputs: { data: 'dataset', learner: { kind: 'learner', title: 'Learner' } },
  outputs: {},
})
