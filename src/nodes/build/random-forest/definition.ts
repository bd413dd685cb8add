import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { forestParams } from '../forestParams'

export default defineNode({
  type: 'build/random-forest',
  version: 1,
  stage: 'build',
  title: 'Random forest',
  summary:
    'Asks many trees that were grown by chance in different ways, and takes the mean of their answers.',
  alsoCalled: [
    'RandomForestClassifier',
    'RandomForestRegressor',
    'ranger',
    'bagged trees',
    'decision forest',
  ],
  common: true,
  params: z.strictObject(forestParams({ bootstrap: true })),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
