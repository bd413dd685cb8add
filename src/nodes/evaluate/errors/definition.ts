import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'evaluate/errors',
  version: 1,
  stage: 'evaluate',
  title: 'Wrong predictions',
  summary: 'Finds the rows that a model predicts wrongly, the worst first, and sends them on as data.',
  alsoCalled: [
    'errors',
    'misclassified',
    'mistakes',
    'error analysis',
    'worst predictions',
    'false positives',
  ],
  common: true,
  params: z.strictObject({
    rows: z
      .enum(['wrong', 'all'])
      .default('wrong')
      .meta({
        title: 'Rows',
        options: { wrong: 'Predicted wrongly', all: 'All that fit, right ones too' },
        showForTask: ['binary', 'multiclass'],
      }),
    truth: z
      .string()
      .max(1000)
      .default('')
      .meta({
        title: 'True class',
        help: 'Empty means any.',
        showForTask: ['binary', 'multiclass'],
      }),
    predicted: z
      .string()
      .max(1000)
      .default('')
      .meta({
        title: 'Predicted class',
        help: 'Empty means any.',
        showForTask: ['binary', 'multiclass'],
      }),
    least: z.number().min(0).default(0).meta({
      title: 'Least error',
      help: 'Classes: 1 less the score of the true class. Numbers: how far the prediction is off.',
    }),
    from: z
      .number()
      .nullable()
      .default(null)
      .meta({
        title: 'Residual from',
        help: 'Residual: truth less prediction.',
        showForTask: ['regression'],
      }),
    to: z
      .number()
      .nullable()
      .default(null)
      .meta({ title: 'Residual below', showForTask: ['regression'] }),
    most: z.int().min(1).nullable().default(null).meta({ title: 'Rows at most', whenNull: 'all' }),
    threshold: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .meta({
        title: 'Decision threshold',
        help: 'At 0.5 a model keeps its own.',
        step: 0.01,
        showForTask: ['binary'],
      }),
  }),
  inputs: {
    model: 'model',
    data: { kind: 'dataset', optional: true, title: 'Test data' },
  },
  outputs: { data: { kind: 'dataset', title: 'The rows' } },
})
