import { z } from 'zod'
import { metrics } from '@/values/metrics'

/** Ways of dividing in which every single test can be judged by itself. */
const curveSchemes = ['folds', 'forward', 'random'] as const

const titles = Object.fromEntries(metrics.map((metric) => [metric.id, metric.title]))

/** Parameters that nodes which judge learners over folds have in common. */
export const foldParams = {
  folds: z.int().min(2).max(50).default(5).meta({
    title: 'Folds',
    help: 'Each model is trained this many times per repeat.',
  }),
  stratified: z.boolean().default(true).meta({
    title: 'Stratified',
    help: 'Spread the classes evenly over the folds. Has no effect on a regression, or where a group column keeps rows together.',
  }),
  metric: z
    .enum(['auto', ...metrics.map((metric) => metric.id)])
    .default('auto')
    .meta({
      title: 'Metric',
      help: 'What is judged. By objective: its primary metric.',
      options: { auto: 'By objective (or ROC AUC, macro F1, RMSE)', ...titles },
    }),
}

/** The same, with a choice of how rows are divided. */
export const divisionParams = {
  scheme: z
    .enum(curveSchemes)
    .default('folds')
    .meta({
      title: 'Way of dividing',
      options: {
        folds: 'Folds: each is the test once',
        forward: 'Forward in time: the past predicts the next block',
        random: 'Draw test rows at random, again and again',
      },
      help: 'Forward in time uses the column with the role time, or else the order of the rows.',
    }),
  ...foldParams,
  folds: foldParams.folds.meta({
    title: 'Folds',
    help: 'Each model is trained this many times.',
    showWhen: { param: 'scheme', in: ['folds', 'forward'] },
  }),
  draws: z
    .int()
    .min(2)
    .max(50)
    .default(10)
    .meta({
      title: 'Draws',
      help: 'How often test rows are drawn.',
      showWhen: { param: 'scheme', in: ['random'] },
    }),
  testShare: z
    .number()
    .min(1)
    .max(90)
    .default(20)
    .meta({
      title: 'Test rows',
      unit: '%',
      help: 'Share of the rows that each draw sets aside for the test.',
      showWhen: { param: 'scheme', in: ['random'] },
    }),
}
