import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'evaluate/dependence',
  version: 1,
  stage: 'evaluate',
  title: 'Partial dependence',
  summary: 'Shows how the answers of a model change when one or two columns change and all else stays.',
  alsoCalled: [
    'partial_dependence',
    'PDP',
    'ICE',
    'individual conditional expectation',
    'what-if',
    'marginal effect',
    'response curve',
  ],
  params: z.strictObject({
    column: z.string().max(1000).default('').meta({
      title: 'Column',
      help: 'As it is before preparation. Empty means the first column of the model; the result offers all of them.',
    }),
    second: z.string().max(1000).default('').meta({
      title: 'Second column',
      help: 'With two columns the mean answer is shown for every pair of values.',
    }),
    class: z
      .string()
      .max(1000)
      .default('')
      .meta({
        title: 'Class',
        help: 'The class whose probability is shown. Empty means the positive class, or the first of several.',
        showForTask: ['binary', 'multiclass'],
      }),
    points: z.int().min(2).max(60).default(30).meta({
      title: 'Values',
      help: 'A column of numbers is set to this many of its own quantiles, from 5 % to 95 %; of two columns each to at most 20.',
    }),
    most: z.int().min(1).max(10_000).default(500).meta({
      title: 'Rows at most',
      help: 'Where there are more rows, this many are drawn by chance. Each is asked about at every value.',
    }),
    curves: z.int().min(0).max(100).default(40).meta({
      title: 'Rows drawn as lines',
      help: 'One thin line for each of so many rows (individual conditional expectation).',
    }),
  }),
  inputs: {
    model: 'model',
    data: { kind: 'dataset', optional: true, title: 'Test data' },
  },
  outputs: {},
})
