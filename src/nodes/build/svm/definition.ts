import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { gammaParam, gammaValueParam, solverParams } from '../kernelParams'

const bent = { param: 'kernel', in: ['rbf', 'polynomial'] }
const polynomial = { param: 'kernel', in: ['polynomial'] }

export default defineNode({
  type: 'build/svm',
  version: 1,
  stage: 'build',
  title: 'Support vector machine',
  summary: 'Draws the border between classes, or a tube around the values, with the widest margin it can.',
  alsoCalled: ['SVM', 'SVC', 'SVR', 'support vector regression', 'kernel', 'RBF', 'maximum margin', 'LIBSVM'],
  params: z.strictObject({
    kernel: z
      .enum(['rbf', 'linear', 'polynomial'])
      .default('rbf')
      .meta({
        title: 'Kernel',
        options: { rbf: 'Radial (RBF)', linear: 'Linear', polynomial: 'Polynomial' },
        help: 'How the likeness of two rows is measured: linear gives straight borders, radial bends them around groups of rows.',
      }),
    c: z.number().min(1e-6).max(1e6).default(1).meta({
      title: 'Freedom (C)',
      step: 0.1,
      help: 'Price of a training row on the wrong side: smaller gives a smoother border, larger follows the training rows more closely.',
    }),
    gamma: gammaParam(bent),
    gammaValue: gammaValueParam('Larger lets each row reach less far, so that the border bends more.'),
    degree: z.int().min(1).max(10).default(3).meta({ title: 'Degree', showWhen: polynomial }),
    coef0: z.number().min(-1e6).max(1e6).default(0).meta({
      title: 'Constant (coef0)',
      showWhen: polynomial,
      help: 'Added to the product before it is raised: above 0 lower degrees count too.',
    }),
    classWeight: z
      .enum(['none', 'balanced'])
      .default('none')
      .meta({
        title: 'Weight of the classes',
        options: { none: 'Every row counts the same', balanced: 'Every class counts the same' },
        help: 'Balanced makes errors on a rare class as dear as errors on a frequent one. Numbers as target: no effect.',
      }),
    epsilon: z.number().min(0).max(1e6).default(0.1).meta({
      title: 'Tolerated error (epsilon)',
      help: 'For a numeric target: errors up to this size, in the unit of the target, cost nothing.',
    }),
    probability: z.boolean().default(false).meta({
      title: 'Probabilities by Platt scaling',
      help: 'Trains five further machines per pair of classes, each on four fifths of the rows, to turn scores into probabilities. Without it scores only order the rows.',
    }),
    ...solverParams,
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
