import { z } from 'zod'
import { columnsParam } from '@/contract/columnChoice'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'prepare/pca',
  version: 1,
  stage: 'prepare',
  title: 'Principal components',
  summary: 'Replaces many numbers that go together by a few new ones that hold most of what differs.',
  alsoCalled: ['PCA', 'dimensionality reduction', 'dimension reduction', 'SVD', 'eigenvectors', 'projection'],
  params: z.strictObject({
    keep: z
      .enum(['share', 'count'])
      .default('share')
      .meta({ title: 'Keep', options: { share: 'Enough for a share', count: 'A number of components' } }),
    share: z
      .number()
      .gt(0)
      .max(100)
      .default(95)
      .meta({ title: 'Share of the variance', unit: '%', showWhen: { param: 'keep', in: ['share'] } }),
    count: z
      .int()
      .min(1)
      .max(300)
      .default(2)
      .meta({ title: 'Components', showWhen: { param: 'keep', in: ['count'] } }),
    standardise: z.boolean().default(true).meta({
      title: 'Standardise first',
      help: 'Every column counts alike, whatever its unit.',
    }),
    columns: columnsParam({
      title: 'Columns',
      help: 'None chosen means every feature that is a number. The components take their place.',
      takes: ['numeric'],
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
