import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/isolation-forest',
  version: 1,
  stage: 'build',
  title: 'Isolation forest',
  summary: 'Scores every row by how soon random cuts leave it alone, and flags the unusual ones.',
  alsoCalled: ['anomaly detection', 'outliers', 'IsolationForest', 'iForest', 'unusual rows', 'fraud'],
  params: z.strictObject({
    trees: z.int().min(1).max(1000).default(100).meta({ title: 'Trees' }),
    sample: z.int().min(2).max(100_000).default(256).meta({
      title: 'Rows of each tree',
      help: 'Each tree sees so many rows, drawn by chance. Few are enough, and keep unusual rows from hiding each other.',
    }),
    limit: z
      .enum(['usual', 'share'])
      .default('usual')
      .meta({
        title: 'Call unusual',
        options: { usual: 'Scores above 0.5', share: 'A share of the training rows' },
      }),
    share: z
      .number()
      .min(0.0001)
      .max(0.5)
      .default(0.05)
      .meta({
        title: 'Share (contamination)',
        step: 0.01,
        showWhen: { param: 'limit', in: ['share'] },
      }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', data: 'dataset' },
})
