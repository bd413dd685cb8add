import { z } from 'zod'
import { columnsParam } from '@/contract/columnChoice'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'prepare/scale',
  version: 1,
  stage: 'prepare',
  title: 'Scale numbers',
  summary: 'Brings numeric columns to a common size, so that none dominates only because of its unit.',
  alsoCalled: [
    'normalise',
    'normalize',
    'normalisation',
    'normalization',
    'standardise',
    'standardize',
    'standardisation',
    'standardization',
    'z-score',
    'min max',
    'log transform',
    'power transform',
    'Box Cox',
    'StandardScaler',
  ],
  common: true,
  params: z.strictObject({
    method: z
      .enum(['standard', 'min-max', 'robust', 'max-abs', 'quantile', 'power', 'log', 'unit-norm'])
      .default('standard')
      .meta({
        title: 'Method',
        options: {
          standard: 'Standard (mean 0, deviation 1)',
          'min-max': 'Min–max (0 to 1)',
          robust: 'Robust (median, quartiles)',
          'max-abs': 'Largest size (−1 to 1, 0 stays 0)',
          quantile: 'Quantile (even or bell-shaped, whatever it was)',
          power: 'Power (Yeo–Johnson: as near to a bell as it goes)',
          log: 'Logarithm (of 1 plus the size, sign kept)',
          'unit-norm': 'Unit length (of each row)',
        },
      }),
    shape: z
      .enum(['uniform', 'normal'])
      .default('uniform')
      .meta({
        title: 'Shape',
        options: { uniform: 'Even, 0 to 1', normal: 'Bell (mean 0, deviation 1)' },
        showWhen: { param: 'method', in: ['quantile'] },
      }),
    quantiles: z
      .int()
      .min(2)
      .max(5000)
      .default(1000)
      .meta({
        title: 'Quantiles',
        help: 'How many landmarks are kept of each column; never more than there are rows.',
        showWhen: { param: 'method', in: ['quantile'] },
      }),
    columns: columnsParam({
      title: 'Columns',
      help: 'None chosen means every numeric feature, dates included.',
      takes: ['numeric', 'datetime'],
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
