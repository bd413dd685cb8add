import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { metrics } from '@/values/metrics'

const metricTitles = Object.fromEntries(metrics.map((metric) => [metric.id, metric.title]))
const onlyBinary = { param: 'task', in: ['auto', 'binary'] }

export default defineNode({
  type: 'problem/objective',
  version: 1,
  stage: 'problem',
  title: 'Objective',
  summary: 'Says what is to be predicted, how success is measured, and when the result is good enough.',
  alsoCalled: [
    'target',
    'goal',
    'metric',
    'success',
    'label',
    'predict',
    'what to predict',
    'problem definition',
    'task',
  ],
  params: z.strictObject({
    task: z
      .enum(['auto', 'binary', 'multiclass', 'regression'])
      .default('auto')
      .meta({
        title: 'Task',
        help: 'What kind of answer the model gives. By target: two values mean two classes, more words several classes, other numbers a number.',
        options: {
          auto: 'By target',
          binary: 'One of two classes',
          multiclass: 'One of several classes',
          regression: 'A number',
        },
      }),
    target: z.string().nullable().default(null).meta({
      title: 'Target column',
      widget: 'column',
      help: 'The column that the model learns to predict. Wire this node to your data: then its columns are listed here.',
    }),
    positiveClass: z.string().nullable().default(null).meta({
      title: 'Positive class',
      widget: 'class',
      help: 'The class that one looks for. None chosen means the rarer one.',
      showWhen: onlyBinary,
    }),
    metric: z
      .enum(['auto', ...metrics.map((metric) => metric.id)])
      .default('auto')
      .meta({
        title: 'Primary metric',
        group: 'Success',
        widget: 'metric',
        help: 'Decides which model is best and whether the objective is met.',
        options: { auto: 'By task (ROC AUC, macro F1 or RMSE)', ...metricTitles },
      }),
    threshold: z.number().nullable().default(null).meta({
      title: 'Success threshold',
      group: 'Success',
      help: 'The value the primary metric has to reach. For errors such as RMSE: the value it must not exceed.',
    }),
    baseline: z.number().nullable().default(null).meta({
      title: 'Baseline today',
      group: 'Success',
      help: 'What is achieved now, without a model, on the primary metric.',
    }),
    costFalsePositive: z.number().min(0).default(1).meta({
      title: 'Cost of a false alarm',
      group: 'Costs of errors',
      help: 'A false positive: the model says yes, the truth is no. Any unit, the same for both costs.',
      showWhen: onlyBinary,
    }),
    costFalseNegative: z.number().min(0).default(1).meta({
      title: 'Cost of a miss',
      group: 'Costs of errors',
      help: 'A false negative: the model says no, the truth is yes.',
      showWhen: onlyBinary,
    }),
    notes: z
      .string()
      .max(5000)
      .default('')
      .meta({ title: 'Notes', widget: 'text', help: 'Why this matters, for whom, and what limits it.' }),
  }),
  inputs: {},
  outputs: { objective: 'objective' },
  namesTarget: ({ target }) => target !== null,
})
