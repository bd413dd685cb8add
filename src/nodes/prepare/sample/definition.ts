import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'prepare/sample',
  version: 1,
  stage: 'prepare',
  title: 'Sample rows',
  summary: 'Takes some of the rows, by chance or in order, so that work on large tables is quick.',
  alsoCalled: ['subsample', 'random rows', 'downsample', 'first rows', 'head', 'limit'],
  params: z.strictObject({
    method: z
      .enum(['random', 'stratified', 'first', 'systematic'])
      .default('random')
      .meta({
        title: 'Which rows',
        options: {
          random: 'By chance',
          stratified: 'By chance, same mix of categories',
          first: 'The first',
          systematic: 'Every so many',
        },
      }),
    by: z
      .string()
      .nullable()
      .default(null)
      .meta({
        title: 'Same mix of',
        widget: 'column',
        showWhen: { param: 'method', in: ['stratified'] },
        help: 'None chosen takes the target, if there is one.',
      }),
    size: z
      .enum(['share', 'count'])
      .default('share')
      .meta({ title: 'Given as', options: { share: 'Share', count: 'Number of rows' } }),
    share: z
      .number()
      .gt(0)
      .max(100)
      .default(10)
      .meta({ title: 'Share', unit: '%', showWhen: { param: 'size', in: ['share'] } }),
    count: z
      .int()
      .min(1)
      .default(1000)
      .meta({ title: 'Rows', showWhen: { param: 'size', in: ['count'] } }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
