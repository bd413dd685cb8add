import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { forestParams } from '../forestParams'

export default defineNode({
  type: 'build/extra-trees',
  version: 1,
  stage: 'build',
  title: 'Extra trees',
  summary: 'A forest whose trees cut features at places drawn by chance, and keep the best of these.',
  alsoCalled: [
    'ExtraTreesClassifier',
    'ExtraTreesRegressor',
    'extremely randomised trees',
    'extremely randomized trees',
  ],
  params: z.strictObject(forestParams({ bootstrap: false })),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
