import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { divisionParams } from '../foldParams'

export default defineNode({
  type: 'evaluate/permutation-test',
  version: 1,
  stage: 'evaluate',
  title: 'Permutation test',
  summary: 'Shows whether a learner has found something, or whether chance alone would score as well.',
  alsoCalled: [
    'permutation_test_score',
    'p-value',
    'significance',
    'target shuffling',
    'randomisation test',
    'better than chance',
  ],
  params: z.strictObject({
    permutations: z.int().min(19).max(1000).default(100).meta({
      title: 'Shuffles',
      help: 'How often the target is shuffled. Each trains one model a fold; 100 shuffles can show a p-value down to 0.01.',
    }),
    ...divisionParams,
  }),
  inputs: { data: 'dataset', learner: { kind: 'learner', title: 'Learner' } },
  outputs: {},
})
