import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { savedParts } from '@/ml/split/savedSplit'

const drawn = ['random', 'stratified', 'group', 'stratified-group', 'time']

export default defineNode({
  type: 'prepare/split',
  version: 1,
  stage: 'prepare',
  title: 'Split rows',
  summary: 'Sets rows aside for the test, so that a model is judged on data it has never seen.',
  alsoCalled: [
    'train test split',
    'training set',
    'test set',
    'validation set',
    'holdout',
    'partition',
    'stratified',
    'splitting',
  ],
  common: true,
  params: z.strictObject({
    method: z
      .enum(['random', 'stratified', 'group', 'stratified-group', 'time', 'column'])
      .default('random')
      .meta({
        title: 'Method',
        options: {
          random: 'Random',
          stratified: 'Stratified by the target',
          group: 'By group',
          'stratified-group': 'By group, stratified by the target',
          time: 'By time, the latest for the test',
          column: 'From a column that says the part',
        },
      }),
    column: z
      .string()
      .default('')
      .meta({
        title: 'Column',
        widget: 'column',
        help: 'Empty means the column that has the role group, or time.',
        showWhen: { param: 'method', in: ['group', 'stratified-group', 'time', 'column'] },
      }),
    parts: z
      .array(
        z.strictObject({
          value: z.string().max(1000).default('').meta({ title: 'Value', valuesOf: 'column' }),
          part: z
            .enum(savedParts)
            .default('train')
            .meta({
              title: 'Part',
              options: { train: 'Training', validation: 'Validation', test: 'Test', none: 'Left out' },
            }),
        }),
      )
      .max(200)
      .default([])
      .meta({
        title: 'Parts',
        widget: 'records',
        help: 'Which part a value of the column means. None given understands words such as train, valid and test. Rows whose value is missing or has no part take no part.',
        showWhen: { param: 'method', in: ['column'] },
      }),
    test: z
      .number()
      .min(0)
      .max(99)
      .default(20)
      .meta({
        title: 'Test rows',
        unit: '%',
        step: 5,
        showWhen: { param: 'method', in: drawn },
      }),
    validation: z
      .number()
      .min(0)
      .max(99)
      .default(0)
      .meta({
        title: 'Validation rows',
        unit: '%',
        step: 5,
        help: 'The rest is for training.',
        showWhen: { param: 'method', in: drawn },
      }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
