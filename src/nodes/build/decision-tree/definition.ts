import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/decision-tree',
  version: 1,
  stage: 'build',
  title: 'Decision tree',
  summary: 'Asks one question about one feature after another until it reaches an answer that can be read.',
  alsoCalled: ['CART', 'classification tree', 'regression tree', 'gradient boosting', 'XGBoost'],
  common: true,
  params: z.strictObject({
    criterion: z
      .enum(['gini', 'entropy'])
      .default('gini')
      .meta({
        title: 'Purity measure',
        options: { gini: 'Gini impurity', entropy: 'Entropy (information gain)' },
        help: 'How mixed a group of classes is; the two mostly give similar trees. A numeric target always uses the squared error.',
      }),
    maxDepth: z.int().min(1).max(64).default(5).meta({
      title: 'Largest depth',
      unit: 'questions',
      help: 'Most questions from the root to a leaf. 64 is in effect no limit.',
    }),
    minSamplesSplit: z
      .int()
      .min(2)
      .max(1_000_000)
      .default(2)
      .meta({ title: 'Rows to ask further', unit: 'rows', help: 'A group with fewer rows becomes a leaf.' }),
    minSamplesLeaf: z.int().min(1).max(1_000_000).default(1).meta({
      title: 'Rows in a leaf',
      unit: 'rows',
      help: 'No question may leave fewer rows than this on either side.',
    }),
    ccpAlpha: z.number().min(0).max(1e12).default(0).meta({
      title: 'Cost of a leaf',
      step: 0.001,
      help: 'Prunes the grown tree: a branch stays only where it takes more than this from the impurity for each of its leaves, weighted by the share of rows (cost-complexity pruning, ccp_alpha). 0 prunes nothing; 0.01 is strong for classes. For a numeric target it is in the squared unit of the target.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
