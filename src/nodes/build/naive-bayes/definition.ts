import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/naive-bayes',
  version: 1,
  stage: 'build',
  title: 'Naive Bayes',
  summary: 'Weighs what each feature alone says about the class, as if features knew nothing of each other.',
  alsoCalled: [
    'GaussianNB',
    'MultinomialNB',
    'BernoulliNB',
    'CategoricalNB',
    'spam filter',
    'classifier',
    'Bayes',
  ],
  params: z.strictObject({
    kind: z
      .enum(['gaussian', 'multinomial', 'bernoulli', 'categorical'])
      .default('gaussian')
      .meta({
        title: 'Kind',
        options: {
          gaussian: 'Gaussian (numbers; words are counted)',
          multinomial: 'Multinomial (counts)',
          bernoulli: 'Bernoulli (yes or no)',
          categorical: 'Categorical (words, codes from 0)',
        },
        help: 'How the values of a feature are distributed in a class.',
      }),
    varSmoothing: z
      .number()
      .min(1e-15)
      .max(1)
      .default(1e-9)
      .meta({
        title: 'Added variance',
        step: 1e-9,
        showWhen: { param: 'kind', in: ['gaussian'] },
        help: 'Share of the largest variance of a feature that is added to each variance, so that none is zero.',
      }),
    alpha: z.number().min(1e-10).max(1e6).default(1).meta({
      title: 'Smoothing (alpha)',
      step: 0.1,
      help: 'Added to every count, so that a value that a class never had does not rule the class out. Gaussian: for words only.',
    }),
    threshold: z
      .number()
      .min(-1e9)
      .max(1e9)
      .default(0)
      .meta({
        title: 'Yes above',
        showWhen: { param: 'kind', in: ['bernoulli'] },
        help: 'Numbers above it count as a yes.',
      }),
    priors: z
      .enum(['data', 'equal'])
      .default('data')
      .meta({
        title: 'Classes before the first feature',
        options: { data: 'As frequent as in training', equal: 'Equally likely' },
      }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
