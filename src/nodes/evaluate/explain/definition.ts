import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'evaluate/explain',
  version: 1,
  stage: 'evaluate',
  title: 'Explain predictions',
  summary: 'Divides each answer of a model among the columns, so that the parts add up to it exactly.',
  alsoCalled: ['SHAP', 'Shapley values', 'TreeSHAP', 'waterfall', 'beeswarm', 'feature attribution'],
  common: true,
  params: z.strictObject({
    most: z.int().min(1).max(2000).default(100).meta({
      title: 'Rows at most',
      help: 'Where there are more test rows, this many are drawn by chance.',
    }),
    class: z
      .string()
      .max(1000)
      .default('')
      .meta({
        title: 'Class',
        help: 'The class whose probability is explained. Empty means the positive class, or the first of several.',
        showForTask: ['binary', 'multiclass'],
      }),
    pairs: z.int().min(1).max(200).default(5).meta({
      title: 'Orders',
      help: 'For models that are not trees: how many orders are drawn for each row, each walked both ways. More are surer and take longer.',
    }),
    background: z.int().min(1).max(500).default(20).meta({
      title: 'Rows to compare with',
      help: 'For models that are not trees: drawn from the training rows. Their mean answer is where each explanation starts.',
    }),
  }),
  inputs: {
    model: 'model',
    data: { kind: 'dataset', optional: true, title: 'Test data' },
  },
  outputs: {},
})
