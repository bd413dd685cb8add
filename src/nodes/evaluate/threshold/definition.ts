import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'evaluate/threshold',
  version: 1,
  stage: 'evaluate',
  title: 'Decision threshold',
  summary:
    'Chooses the score from which a row counts as positive, and lets the choice travel with the model.',
  alsoCalled: ['cut-off', 'cutoff', 'operating point', 'precision recall trade-off', 'tuned threshold'],
  common: true,
  params: z.strictObject({
    goal: z
      .enum(['f1', 'cost', 'youden', 'recall', 'precision', 'manual'])
      .default('f1')
      .meta({
        title: 'Goal',
        options: {
          f1: 'Highest F1',
          cost: 'Lowest cost, by the costs in the objective',
          youden: 'Highest recall minus false positive rate (Youden)',
          recall: 'A least recall, with the highest precision',
          precision: 'A least precision, with the highest recall',
          manual: 'By hand',
        },
        help: 'Drag the ring in the chart to choose by hand.',
      }),
    least: z
      .number()
      .min(0)
      .max(1)
      .default(0.9)
      .meta({
        title: 'At least',
        step: 0.01,
        help: 'The recall, or the precision, that must be reached.',
        showWhen: { param: 'goal', in: ['recall', 'precision'] },
      }),
    value: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .meta({
        title: 'Threshold',
        step: 0.01,
        help: 'A row counts as positive when its score is at least this.',
        showWhen: { param: 'goal', in: ['manual'] },
      }),
  }),
  inputs: {
    model: 'model',
    data: { kind: 'dataset', optional: true, title: 'Rows that decide' },
  },
  outputs: { model: 'model' },
})
