import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/gaussian-mixture',
  version: 1,
  stage: 'build',
  title: 'Gaussian mixture',
  summary: 'Describes the rows as a mixture of bell-shaped clouds, and says how likely each made a row.',
  alsoCalled: [
    'clustering',
    'GaussianMixture',
    'GMM',
    'EM',
    'expectation maximisation',
    'soft clusters',
    'BIC',
    'AIC',
  ],
  params: z.strictObject({
    components: z.int().min(1).max(100).default(3).meta({ title: 'Components' }),
    covariance: z
      .enum(['full', 'tied', 'diag', 'spherical'])
      .default('full')
      .meta({
        title: 'Shape of the clouds',
        options: {
          full: 'Each its own, in any direction (full)',
          tied: 'One for all, in any direction (tied)',
          diag: 'Each its own, along the columns (diag)',
          spherical: 'Each its own, round (spherical)',
        },
      }),
    starts: z.int().min(1).max(100).default(1).meta({
      title: 'Starts',
      help: 'From how many places, each found by k-means, the search begins; the likeliest end is kept.',
    }),
    maxIterations: z
      .int()
      .min(1)
      .max(10_000)
      .default(100)
      .meta({ title: 'Most iterations', group: 'Search' }),
    tolerance: z.number().min(0).max(1).default(0.001).meta({
      title: 'Tolerance',
      group: 'Search',
      step: 0.0001,
      help: 'The search has settled when the mean log-likelihood changes by less than this.',
    }),
    floor: z.number().min(0).max(1e6).default(0.000001).meta({
      title: 'Least variance (reg_covar)',
      group: 'Search',
      step: 0.000001,
      help: 'Added to every variance, so that no cloud shrinks to a point.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', data: 'dataset', rows: { kind: 'dataset', title: 'Rows as gathered' } },
})
