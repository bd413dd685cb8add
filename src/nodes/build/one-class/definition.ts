import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { gammaParam, gammaValueParam, solverParams } from '../kernelParams'

export default defineNode({
  type: 'build/one-class',
  version: 1,
  stage: 'build',
  title: 'One-class SVM',
  summary: 'Draws a border around the usual rows, and says of every row how far inside or outside it lies.',
  alsoCalled: ['anomaly detection', 'novelty', 'outliers', 'OneClassSVM', 'unusual rows', 'fraud'],
  params: z.strictObject({
    nu: z.number().min(0.001).max(1).default(0.5).meta({
      title: 'Share that may be unusual (nu)',
      step: 0.01,
      help: 'At most this share of the training rows lies outside. The usual choice for rare faults is 0.01 to 0.1; 0.5 is the default of scikit-learn.',
    }),
    gamma: gammaParam(),
    gammaValue: gammaValueParam(
      'Larger lets each row reach less far, so that the border follows the rows more closely.',
    ),
    ...solverParams,
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', data: 'dataset' },
})
