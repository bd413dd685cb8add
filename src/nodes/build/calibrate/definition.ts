import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/calibrate',
  version: 1,
  stage: 'build',
  title: 'Calibrate probabilities',
  summary: 'Corrects a classifier’s probabilities, so that of the rows called 70 % some 70 % are right.',
  alsoCalled: [
    'Platt scaling',
    'isotonic regression',
    'CalibratedClassifierCV',
    'reliability',
    'sigmoid calibration',
    'probability calibration',
  ],
  params: z.strictObject({
    method: z
      .enum(['sigmoid', 'isotonic'])
      .default('sigmoid')
      .meta({
        title: 'Curve',
        options: { sigmoid: 'S-shaped (Platt scaling)', isotonic: 'Rising steps (isotonic)' },
        help: 'Platt scaling has two numbers to learn and needs few rows; isotonic can correct any rising distortion.',
      }),
    rows: z
      .enum(['folds', 'one', 'validation'])
      .default('folds')
      .meta({
        title: 'Rows to calibrate on',
        options: {
          folds: 'Folds, one model for each',
          one: 'Folds, then one model of all rows',
          validation: 'The validation rows of the split',
        },
        help: 'With one model for each fold the answer is the mean of all of them: steadier, and slower to ask. Validation rows need a split that keeps some.',
      }),
    folds: z
      .int()
      .min(2)
      .max(50)
      .default(5)
      .meta({ title: 'Inner folds', showWhen: { param: 'rows', in: ['folds', 'one'] } }),
    scale: z
      .enum(['probability', 'log-odds'])
      .default('probability')
      .meta({
        title: 'Scale that it works on',
        options: { probability: 'Probabilities', 'log-odds': 'Log-odds' },
        help: 'Log-odds suit Platt scaling of models that are sure of themselves, such as logistic regression, boosting and networks.',
      }),
  }),
  inputs: { data: 'dataset', learner: 'learner' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
