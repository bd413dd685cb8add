import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { aggregations } from '@/ml/reshape/aggregate'

const figures = {
  count: 'number of values',
  sum: 'sum',
  mean: 'mean',
  median: 'median',
  min: 'smallest',
  max: 'largest',
  'standard-deviation': 'standard deviation',
  first: 'first value',
  last: 'last value',
  distinct: 'number of different values',
  'most-frequent': 'most frequent value',
  'share-missing': 'share missing',
}

export default defineNode({
  type: 'prepare/group-by',
  version: 1,
  stage: 'prepare',
  title: 'Group rows',
  summary: 'Makes one row of all rows that are alike in some columns, with figures such as sum or mean.',
  alsoCalled: ['aggregate', 'summarise', 'summarize', 'groupby', 'sum', 'mean', 'count', 'pivot table'],
  params: z.strictObject({
    keys: z
      .array(z.string())
      .default([])
      .meta({ title: 'Keys', widget: 'columns', help: 'None chosen makes one row of all.' }),
    figures: z
      .array(
        z.strictObject({
          column: z.string().meta({ title: 'Column', widget: 'column' }),
          how: z.enum(aggregations).default('mean').meta({ title: 'Figure', options: figures }),
        }),
      )
      .max(200)
      .default([])
      .meta({ title: 'Figures', widget: 'records', help: 'Each becomes a column of the result.' }),
    countRows: z.boolean().default(true).meta({ title: 'Count the rows of each group' }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
