import { z } from 'zod'
import { columnsParam } from '@/contract/columnChoice'
import { defineNode } from '@/contract/node'

const methods = ['one-hot', 'ordinal', 'frequency', 'target', 'hashing'] as const

const titles = {
  'one-hot': 'One-hot (a column for each category)',
  ordinal: 'Ordinal (0, 1, 2 …)',
  frequency: 'Frequency (how common it is)',
  target: 'Target (mean of what is predicted)',
  hashing: 'Hashing (a fixed number of columns)',
}

/** The settings of a method, also where only some columns have it. */
const usedFor = (method: string) => ({
  param: 'method',
  in: [method],
  orIn: { records: 'overrides', part: 'method' },
})

export default defineNode({
  type: 'prepare/encode',
  version: 1,
  stage: 'prepare',
  title: 'Encode categories',
  summary: 'Turns words into numbers, because models calculate.',
  alsoCalled: [
    'one hot',
    'one-hot encoding',
    'dummy variables',
    'label encoder',
    'ordinal encoding',
    'target encoding',
    'categorical',
    'OneHotEncoder',
    'get_dummies',
  ],
  common: true,
  params: z.strictObject({
    method: z.enum(methods).default('one-hot').meta({ title: 'Method', options: titles }),
    drop: z
      .enum(['none', 'first'])
      .default('none')
      .meta({
        title: 'Leave out',
        options: { none: 'No category', first: 'The first category' },
        help: 'The first category follows from the others (dummy coding): leave it out for linear models without a penalty.',
        showWhen: { param: 'method', in: ['one-hot'] },
      }),
    overrides: z
      .array(
        z.strictObject({
          column: z.string().meta({ title: 'Column', widget: 'column' }),
          method: z
            .enum(['one-hot', 'dummy', 'ordinal', 'frequency', 'target', 'hashing'])
            .default('target')
            .meta({
              title: 'Method',
              options: {
                'one-hot': 'One-hot',
                dummy: 'Dummy (first left out)',
                ordinal: 'Ordinal',
                frequency: 'Frequency',
                target: 'Target',
                hashing: 'Hashing',
              },
            }),
        }),
      )
      .max(200)
      .default([])
      .meta({
        title: 'Other methods',
        widget: 'records',
        help: 'Columns that are encoded in another way than the rest.',
      }),
    count: z
      .enum(['share', 'rows'])
      .default('share')
      .meta({
        title: 'Frequency as',
        options: { share: 'Share of the rows', rows: 'Number of rows' },
        showWhen: usedFor('frequency'),
      }),
    targetAs: z
      .enum(['auto', 'classes', 'number'])
      .default('auto')
      .meta({
        title: 'Target is',
        options: { auto: 'What its type says', classes: 'Classes', number: 'A quantity' },
        help: 'Of two classes the share of the later one is written, of several the share of each in a column of its own, of a quantity its mean.',
        showWhen: usedFor('target'),
      }),
    smoothing: z
      .enum(['auto', 'given'])
      .default('auto')
      .meta({
        title: 'Draw small categories to the mean',
        options: { auto: 'As much as the data say', given: 'By a given weight' },
        help: 'A category of two rows says little about its mean. The data say how much (empirical Bayes), or you do.',
        showWhen: usedFor('target'),
      }),
    weight: z
      .number()
      .min(0)
      .max(1e6)
      .default(10)
      .meta({
        title: 'Weight of the mean',
        unit: 'rows',
        help: 'The mean of all rows counts as so many rows of each category.',
        showWhen: { ...usedFor('target'), and: { param: 'smoothing', in: ['given'] } },
      }),
    folds: z
      .int()
      .min(2)
      .max(20)
      .default(5)
      .meta({
        title: 'Folds',
        help: 'Rows that a model learns from are dealt to so many parts, and each is encoded by the others.',
        showWhen: usedFor('target'),
      }),
    buckets: z
      .int()
      .min(2)
      .max(1000)
      .default(16)
      .meta({
        title: 'Columns of a hash',
        help: 'The hash is MurmurHash3 (32 bits, seed 0) of the category; its sign gives 1 or −1.',
        showWhen: usedFor('hashing'),
      }),
    rare: z
      .enum(['keep', 'rows', 'share'])
      .default('keep')
      .meta({
        title: 'Rare categories',
        options: { keep: 'Keep', rows: 'Merge below a number of rows', share: 'Merge below a share' },
        help: 'They are counted as one category before anything else is done.',
      }),
    rareRows: z
      .int()
      .min(2)
      .max(1e6)
      .default(10)
      .meta({
        title: 'Fewest rows',
        help: 'Training rows that a category needs to stay.',
        showWhen: { param: 'rare', in: ['rows'] },
      }),
    rareShare: z
      .number()
      .gt(0)
      .max(50)
      .default(1)
      .meta({
        title: 'Smallest share',
        unit: '%',
        help: 'Share of the training rows that a category needs to stay.',
        showWhen: { param: 'rare', in: ['share'] },
      }),
    rareName: z
      .string()
      .min(1)
      .max(200)
      .default('other')
      .meta({ title: 'Merged category', showWhen: { param: 'rare', in: ['rows', 'share'] } }),
    unseen: z
      .enum(['ignore', 'error', 'merged'])
      .default('ignore')
      .meta({
        title: 'Unseen category',
        options: {
          ignore: 'Ignore',
          error: 'Refuse the row',
          merged: 'Count as the merged category',
        },
        help: 'What to do with a category that the training rows did not have. A refused row is not scored: evaluations count it and say why, the endpoint answers with an error. Where nothing was merged, it is ignored.',
      }),
    columns: columnsParam({
      title: 'Columns',
      help: 'None chosen means every categorical feature.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
