import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/dbscan',
  version: 1,
  stage: 'build',
  title: 'DBSCAN clusters',
  summary: 'Finds dense groups of any shape, and leaves rows that lie alone out as noise.',
  alsoCalled: ['clustering', 'density', 'DBSCAN', 'noise', 'groups', 'outliers', 'k-distance'],
  params: z.strictObject({
    eps: z.number().min(1e-9).max(1e9).default(0.5).meta({
      title: 'Distance (eps)',
      step: 0.05,
      help: 'Rows this near are neighbours. The tab Distances shows where to set it.',
    }),
    minSamples: z.int().min(1).max(10_000).default(5).meta({
      title: 'Rows that make a core row',
      help: 'A row with so many rows within the distance, itself among them, lies in a cluster.',
    }),
    metric: z
      .enum(['euclidean', 'manhattan', 'chebyshev', 'cosine'])
      .default('euclidean')
      .meta({
        title: 'Distance measure',
        options: {
          euclidean: 'Euclidean (straight line)',
          manhattan: 'Manhattan (sum over columns)',
          chebyshev: 'Chebyshev (largest of the columns)',
          cosine: 'Cosine (direction only)',
        },
      }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', data: 'dataset', rows: { kind: 'dataset', title: 'Rows as gathered' } },
})
