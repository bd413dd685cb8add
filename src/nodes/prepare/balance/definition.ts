import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'prepare/balance',
  version: 1,
  stage: 'prepare',
  title: 'Balance classes',
  summary: 'Gives a model about as many rows of the rare classes as of the frequent ones to learn from.',
  alsoCalled: ['imbalanced', 'SMOTE', 'oversample', 'undersample', 'resample', 'class weights'],
  params: z.strictObject({
    method: z
      .enum(['over', 'under', 'smote'])
      .default('over')
      .meta({
        title: 'Method',
        options: {
          over: 'Repeat rows of rare classes',
          under: 'Leave out rows of frequent classes',
          smote: 'Make new rows of rare classes (SMOTE)',
        },
      }),
    ratio: z.number().min(1).max(100).default(100).meta({
      title: 'Rare to frequent',
      unit: '%',
      help: 'How many rows a rare class has in the end, for 100 of the most frequent one. 100 means all classes alike.',
    }),
    neighbours: z
      .int()
      .min(1)
      .max(100)
      .default(5)
      .meta({
        title: 'Neighbours',
        help: 'A new row lies between a row and one of so many nearest rows of its class. Categories are those that most of them have.',
        showWhen: { param: 'method', in: ['smote'] },
      }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
  needsTarget: true,
})
