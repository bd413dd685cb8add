import { z } from 'zod'
import { columnsParam } from '@/contract/columnChoice'
import { defineNode } from '@/contract/node'

const forRows = ['isolation-forest', 'local-outlier-factor']

export default defineNode({
  type: 'prepare/outliers',
  version: 1,
  stage: 'prepare',
  title: 'Handle outliers',
  summary: 'Finds numbers and rows that lie far from the others, and removes, clips, empties or flags them.',
  alsoCalled: [
    'anomaly',
    'anomalies',
    'extreme values',
    'isolation forest',
    'winsorise',
    'winsorize',
    'clip',
    'IQR',
    'novelty',
  ],
  params: z.strictObject({
    method: z
      .enum(['iqr', 'z-score', 'mad', 'percentile', 'isolation-forest', 'local-outlier-factor'])
      .default('iqr')
      .meta({
        title: 'Outside of',
        options: {
          iqr: 'Quartiles (interquartile range)',
          'z-score': 'Mean and deviation (z-score)',
          mad: 'Median and its deviation (MAD)',
          percentile: 'Percentiles',
          'isolation-forest': 'Whole rows: isolation forest',
          'local-outlier-factor': 'Whole rows: local outlier factor',
        },
      }),
    iqrFactor: z
      .number()
      .min(0.1)
      .max(100)
      .default(1.5)
      .meta({
        title: 'Interquartile ranges',
        help: 'How many of them a value may lie beyond the quartiles. 1.5 is Tukey’s rule.',
        showWhen: { param: 'method', in: ['iqr'] },
        step: 0.5,
      }),
    deviations: z
      .number()
      .min(0.1)
      .max(100)
      .default(3)
      .meta({
        title: 'Deviations',
        help: 'How many standard deviations a value may lie from the mean.',
        showWhen: { param: 'method', in: ['z-score'] },
        step: 0.5,
      }),
    medianDeviations: z
      .number()
      .min(0.1)
      .max(100)
      .default(3.5)
      .meta({
        title: 'Median deviations',
        help: 'How many median absolute deviations, made comparable to a standard deviation, a value may lie from the median.',
        showWhen: { param: 'method', in: ['mad'] },
        step: 0.5,
      }),
    share: z
      .number()
      .min(0.01)
      .max(49)
      .default(1)
      .meta({
        title: 'Cut off on each side',
        unit: '%',
        showWhen: { param: 'method', in: ['percentile'] },
        step: 0.5,
      }),
    trees: z
      .int()
      .min(10)
      .max(300)
      .default(100)
      .meta({ title: 'Trees', showWhen: { param: 'method', in: ['isolation-forest'] } }),
    sampleRows: z
      .int()
      .min(8)
      .max(512)
      .default(256)
      .meta({
        title: 'Rows for each tree',
        help: 'Few rows show odd ones better than many, which hide each other.',
        showWhen: { param: 'method', in: ['isolation-forest'] },
      }),
    neighbours: z
      .int()
      .min(1)
      .max(200)
      .default(20)
      .meta({
        title: 'Neighbours',
        help: 'A group of odd rows is found when it has fewer rows than this.',
        showWhen: { param: 'method', in: ['local-outlier-factor'] },
      }),
    standardise: z
      .boolean()
      .default(true)
      .meta({
        title: 'Standardise first',
        help: 'Every column counts alike in distances, whatever its unit.',
        showWhen: { param: 'method', in: ['local-outlier-factor'] },
      }),
    limit: z
      .enum(['usual', 'share'])
      .default('usual')
      .meta({
        title: 'An outlier is',
        options: { usual: 'What scores above the usual limit', share: 'A share of the training rows' },
        help: 'The usual limit is a score of 0.5 for a forest, which can be one row in five, and 1.5 for the local factor.',
        showWhen: { param: 'method', in: forRows },
      }),
    outlierShare: z
      .number()
      .gt(0)
      .max(50)
      .default(5)
      .meta({
        title: 'Share of the rows',
        unit: '%',
        showWhen: { param: 'limit', in: ['share'], and: { param: 'method', in: forRows } },
      }),
    action: z
      .enum(['remove-training', 'remove', 'clip', 'missing', 'flag'])
      .default('remove-training')
      .meta({
        title: 'Then',
        options: {
          'remove-training': 'Remove the row from training',
          remove: 'Leave the row out everywhere',
          clip: 'Clip to the bound',
          missing: 'Make the value missing',
          flag: 'Add a column that flags it',
        },
        help: 'A row left out everywhere is not scored: evaluations count it and say why, the endpoint answers with an error.',
      }),
    columns: columnsParam({
      title: 'Columns',
      help: 'None chosen means every numeric feature.',
      takes: ['numeric'],
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
