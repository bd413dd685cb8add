import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { spaceRecord } from './spaceParam'

export default defineNode({
  type: 'build/tune',
  version: 1,
  stage: 'build',
  title: 'Tune',
  summary: 'Tries many settings of a learner, judges each by cross-validation, and keeps the best.',
  alsoCalled: [
    'hyperparameter search',
    'hyper-parameter optimisation',
    'GridSearchCV',
    'RandomizedSearchCV',
    'successive halving',
    'Bayesian optimisation',
    'TPE',
    'Optuna',
  ],
  common: true,
  params: z.strictObject({
    strategy: z
      .enum(['tpe', 'random', 'halving', 'grid'])
      .default('tpe')
      .meta({
        title: 'Search',
        options: {
          tpe: 'Bayesian (TPE)',
          random: 'Random',
          halving: 'Successive halving',
          grid: 'Grid',
        },
        help: 'Bayesian learns from the trials so far. A grid tries every combination.',
      }),
    budget: z
      .enum(['trials', 'seconds'])
      .default('trials')
      .meta({
        title: 'Stop after',
        options: { trials: 'Trials', seconds: 'Seconds' },
        help: 'Only a number of trials gives the same result again: in seconds, a faster machine tries more.',
      }),
    trials: z
      .int()
      .min(2)
      .max(500)
      .default(30)
      .meta({
        title: 'Trials',
        help: 'Successive halving begins with this many. Each is trained once for every fold.',
        showWhen: {
          param: 'strategy',
          in: ['tpe', 'random', 'halving'],
          and: { param: 'budget', in: ['trials'] },
        },
      }),
    seconds: z
      .number()
      .min(1)
      .max(86_400)
      .default(60)
      .meta({ title: 'Seconds', unit: 's', showWhen: { param: 'budget', in: ['seconds'] } }),
    steps: z
      .int()
      .min(2)
      .max(50)
      .default(5)
      .meta({
        title: 'Points of each number',
        help: 'A grid has this many values of each range, and every combination of them.',
        showWhen: { param: 'strategy', in: ['grid'] },
      }),
    space: z.array(spaceRecord).max(50).default([]).meta({
      title: 'What is searched',
      widget: 'space',
      group: 'Search space',
      help: 'Without a choice of yours, the parameters of the learner that usually matter are searched in their usual ranges.',
    }),
    folds: z.int().min(2).max(20).default(5).meta({
      title: 'Folds',
      group: 'Judging',
      help: 'Each trial trains this many models.',
    }),
    stratified: z.boolean().default(true).meta({
      title: 'Stratified',
      group: 'Judging',
      help: 'Spread the classes evenly over the folds. Has no effect on a regression, or where a group column keeps rows together.',
    }),
    nested: z.boolean().default(false).meta({
      title: 'Nested cross-validation',
      group: 'Judging',
      help: 'Repeats the whole search in outer folds that it never sees, to show how much the best score promises too much. Takes that many times as long.',
    }),
    outerFolds: z
      .int()
      .min(2)
      .max(10)
      .default(3)
      .meta({ title: 'Outer folds', group: 'Judging', showWhen: { param: 'nested', in: [true] } }),
  }),
  inputs: { data: 'dataset', learners: { kind: 'learner', many: true, title: 'Learners' } },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
