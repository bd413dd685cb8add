import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/hierarchical',
  version: 1,
  stage: 'build',
  title: 'Hierarchical clusters',
  summary: 'Joins the nearest groups again and again, draws the tree of it, and cuts it into clusters.',
  alsoCalled: [
    'clustering',
    'agglomerative',
    'AgglomerativeClustering',
    'dendrogram',
    'Ward',
    'linkage',
    'groups',
  ],
  params: z.strictObject({
    linkage: z
      .enum(['ward', 'complete', 'average', 'single'])
      .default('ward')
      .meta({
        title: 'Distance of two groups',
        options: {
          ward: 'Ward: what joining adds to the squares within',
          complete: 'Complete: the farthest two rows',
          average: 'Average: all pairs of rows',
          single: 'Single: the nearest two rows',
        },
      }),
    metric: z
      .enum(['euclidean', 'manhattan', 'cosine'])
      .default('euclidean')
      .meta({
        title: 'Distance measure',
        options: {
          euclidean: 'Euclidean (straight line)',
          manhattan: 'Manhattan (sum over columns)',
          cosine: 'Cosine (direction only)',
        },
        showWhen: { param: 'linkage', in: ['complete', 'average', 'single'] },
      }),
    cutBy: z
      .enum(['clusters', 'distance'])
      .default('clusters')
      .meta({
        title: 'Cut the tree',
        options: { clusters: 'Into a number of clusters', distance: 'At a distance' },
      }),
    clusters: z
      .int()
      .min(1)
      .max(200)
      .default(2)
      .meta({ title: 'Clusters', showWhen: { param: 'cutBy', in: ['clusters'] } }),
    distance: z
      .number()
      .min(0)
      .max(1e12)
      .default(10)
      .meta({
        title: 'Distance',
        showWhen: { param: 'cutBy', in: ['distance'] },
        help: 'Groups this far apart or farther are not joined. The tree shows the distances.',
      }),
    tooMany: z
      .enum(['stop', 'sample'])
      .default('stop')
      .meta({
        title: 'Where there are more rows',
        group: 'Size',
        options: { stop: 'Stop and say so', sample: 'Build the tree of a sample' },
      }),
    mostRows: z.int().min(2).max(12_000).default(5000).meta({
      title: 'Most rows of the tree',
      group: 'Size',
      help: 'The distances of all pairs are kept: 100 MB for 5,000 rows, four times as much for twice as many.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', data: 'dataset', rows: { kind: 'dataset', title: 'Rows as gathered' } },
})
