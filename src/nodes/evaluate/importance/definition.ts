import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { metrics } from '@/values/metrics'

const metricTitles = Object.fromEntries(metrics.map((metric) => [metric.id, metric.title]))

export default defineNode({
  type: 'evaluate/importance',
  version: 1,
  stage: 'evaluate',
  title: 'Permutation importance',
  summary: 'Shows how much worse a model becomes when the values of one column are shuffled.',
  alsoCalled: [
    'feature importance',
    'permutation_importance',
    'mean decrease in accuracy',
    'which columns matter',
  ],
  common: true,
  params: z.strictObject({
    metric: z
      .enum(['auto', ...metrics.map(({ id }) => id)])
      .default('auto')
      .meta({
        title: 'Metric',
        widget: 'metric',
        options: { auto: 'The objective’s metric', ...metricTitles },
      }),
    repeats: z.int().min(1).max(100).default(5).meta({
      title: 'Repeats',
      help: 'How often each column is shuffled. More make the mean surer and take longer.',
    }),
    most: z.int().min(10).max(1_000_000).default(5000).meta({
      title: 'Rows at most',
      help: 'Where there are more test rows, this many are drawn by chance.',
    }),
  }),
  inputs: {
    model: 'model',
    data: { kind: 'dataset', optional: true, title: 'Test data' },
  },
  outputs: {},
})
