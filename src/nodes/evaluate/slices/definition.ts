import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { columnsParam } from '@/contract/columnChoice'
import { metrics } from '@/values/metrics'

const titles = Object.fromEntries(metrics.map((metric) => [metric.id, metric.title]))

export default defineNode({
  type: 'evaluate/slices',
  version: 1,
  stage: 'evaluate',
  title: 'Slices and fairness',
  summary: 'Judges a model on each group of the test rows, and compares how the groups are treated.',
  alsoCalled: [
    'metrics per group',
    'subgroups',
    'fairness',
    'bias',
    'demographic parity',
    'equal opportunity',
    'disparate impact',
  ],
  params: z.strictObject({
    columns: columnsParam({
      title: 'Columns',
      help: 'Whose groups are compared. None chosen means the first 8 features. Ignored columns can be named too.',
    }),
    bins: z.int().min(2).max(10).default(4).meta({
      title: 'Groups of numbers',
      help: 'A column of numbers is cut into this many groups of about the same size.',
    }),
    together: z.boolean().default(false).meta({
      title: 'Combine the columns',
      help: 'One group for each combination of values, instead of each column by itself.',
    }),
    metric: z
      .enum(['auto', ...metrics.map(({ id }) => id)])
      .default('auto')
      .meta({ title: 'Metric', options: { auto: 'By objective (or ROC AUC, macro F1, RMSE)', ...titles } }),
    class: z
      .string()
      .max(1000)
      .default('')
      .meta({
        title: 'Favourable class',
        help: 'The answer whose share is compared between groups. Empty means the positive class of two.',
        showForTask: ['binary', 'multiclass'],
      }),
    smallest: z.int().min(1).max(100_000).default(20).meta({
      title: 'Small below',
      unit: 'rows',
      help: 'Smaller groups are flagged, and left out of the fairness gaps.',
    }),
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
  outputs: { slices: { kind: 'dataset', title: 'Table of groups' } },
})
