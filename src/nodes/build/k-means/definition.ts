import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/k-means',
  version: 1,
  stage: 'build',
  title: 'k-means clusters',
  summary: 'Divides rows into a given number of groups of rows that are alike.',
  alsoCalled: ['clustering', 'KMeans', 'Lloyd', 'segmentation', 'groups', 'elbow', 'silhouette'],
  common: true,
  params: z.strictObject({
    clusters: z.int().min(2).max(100).default(3).meta({ title: 'Clusters' }),
    starts: z.int().min(1).max(100).default(10).meta({
      title: 'Starts',
      help: 'From how many places the search begins; the best end is kept.',
    }),
    maxIterations: z.int().min(1).max(10_000).default(300).meta({ title: 'Most iterations of a start' }),
    tolerance: z.number().min(0).max(1).default(0.0001).meta({
      title: 'Tolerance',
      step: 0.0001,
      help: 'A start has settled when its centres move less than this, measured in the variance of the features.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', data: 'dataset', rows: { kind: 'dataset', title: 'Rows as gathered' } },
})
