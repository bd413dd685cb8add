import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/nearest-neighbours',
  version: 1,
  stage: 'build',
  title: 'Nearest neighbours',
  summary: 'Answers with what the most similar training rows have.',
  alsoCalled: [
    'k-NN',
    'KNN',
    'k nearest neighbours',
    'lazy learner',
    'instance-based learning',
    'KNeighbors',
  ],
  params: z.strictObject({
    k: z.int().min(1).max(1000).default(5).meta({
      title: 'Neighbours',
      unit: 'rows',
      help: 'Few follow every detail, also chance; many smooth the answer.',
    }),
    metric: z
      .enum(['euclidean', 'manhattan', 'chebyshev', 'minkowski', 'cosine'])
      .default('euclidean')
      .meta({
        title: 'Distance',
        options: {
          euclidean: 'Euclidean (straight line)',
          manhattan: 'Manhattan (sum of differences)',
          chebyshev: 'Chebyshev (largest difference)',
          minkowski: 'Minkowski (power of your choice)',
          cosine: 'Cosine (angle between rows)',
        },
        help: 'How unlike two rows are.',
      }),
    power: z
      .number()
      .min(1)
      .max(20)
      .default(3)
      .meta({
        title: 'Power',
        step: 0.5,
        help: '1 is Manhattan, 2 Euclidean; a larger power lets the largest difference decide.',
        showWhen: { param: 'metric', in: ['minkowski'] },
      }),
    weights: z
      .enum(['uniform', 'distance'])
      .default('uniform')
      .meta({
        title: 'Neighbours count',
        options: { uniform: 'All the same', distance: 'More when nearer (one over the distance)' },
        help: 'With “more when nearer” a row that is no distance away decides alone.',
      }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
