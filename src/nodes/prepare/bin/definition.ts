import { z } from 'zod'
import { columnsParam } from '@/contract/columnChoice'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'prepare/bin',
  version: 1,
  stage: 'prepare',
  title: 'Group numbers into bins',
  summary: 'Turns numbers into a few ranges, such as ages into age groups.',
  alsoCalled: [
    'discretise',
    'discretize',
    'binning',
    'buckets',
    'intervals',
    'ranges',
    'quantise',
    'KBinsDiscretizer',
  ],
  params: z.strictObject({
    method: z
      .enum(['equal-width', 'equal-frequency', 'clusters', 'entropy', 'custom'])
      .default('equal-frequency')
      .meta({
        title: 'Edges',
        options: {
          'equal-width': 'Equal width',
          'equal-frequency': 'Equal frequency',
          clusters: 'Clusters (k-means)',
          entropy: 'By the target (entropy)',
          custom: 'Given edges',
        },
      }),
    bins: z
      .int()
      .min(2)
      .max(100)
      .default(5)
      .meta({
        title: 'Number of bins',
        showWhen: { param: 'method', in: ['equal-width', 'equal-frequency', 'clusters'] },
      }),
    edges: z
      .string()
      .max(2000)
      .default('')
      .meta({
        title: 'Given edges',
        help: 'Numbers in ascending order with semicolons or spaces between them, for example 18; 65.',
        showWhen: { param: 'method', in: ['custom'] },
      }),
    output: z
      .enum(['category', 'number'])
      .default('category')
      .meta({
        title: 'Result',
        options: { category: 'Category', number: 'Number of the bin' },
        help: 'A category such as “18 – 65” still has to be encoded for most models; the number of the bin counts from 0.',
      }),
    columns: columnsParam({
      title: 'Columns',
      help: 'None chosen means every feature that is a number.',
      takes: ['numeric'],
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
