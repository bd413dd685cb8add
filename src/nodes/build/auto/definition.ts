import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'build/auto',
  version: 1,
  stage: 'build',
  title: 'Leaderboard',
  summary: 'Tries every learner that fits the task on the data, and keeps the best of them.',
  alsoCalled: [
    'AutoML',
    'automatic machine learning',
    'auto',
    'model selection',
    'best model',
    'LazyPredict',
  ],
  params: z.strictObject({
    budget: z
      .enum(['models', 'seconds'])
      .default('models')
      .meta({
        title: 'Stop after',
        options: { models: 'Models', seconds: 'Seconds' },
        help: 'Only a number of models gives the same result again: in seconds, a faster machine tries more.',
      }),
    models: z
      .int()
      .min(1)
      .max(500)
      .default(20)
      .meta({
        title: 'Models',
        help: 'Each is trained once for every fold.',
        showWhen: { param: 'budget', in: ['models'] },
      }),
    seconds: z
      .number()
      .min(1)
      .max(86_400)
      .default(60)
      .meta({ title: 'Seconds', unit: 's', showWhen: { param: 'budget', in: ['seconds'] } }),
    folds: z.int().min(2).max(20).default(5).meta({ title: 'Folds' }),
    stratified: z.boolean().default(true).meta({
      title: 'Stratified',
      help: 'Spread the classes evenly over the folds. Has no effect on a regression, or where a group column keeps rows together.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
