import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { aggregations } from '@/ml/reshape/aggregate'

const figures = aggregations.filter((how) => how !== 'share-missing')

export default defineNode({
  type: 'prepare/pivot',
  version: 1,
  stage: 'prepare',
  title: 'Pivot to columns',
  summary: 'Makes a column of each category: from one row for each value to one row for each thing.',
  alsoCalled: ['wide', 'long to wide', 'spread', 'crosstab', 'pivot_wider', 'reshape', 'pivot table'],
  params: z.strictObject({
    keys: z.array(z.string()).default([]).meta({
      title: 'Keys',
      widget: 'columns',
      help: 'One row for each value of them; none chosen makes one row.',
    }),
    names: z.string().nullable().default(null).meta({
      title: 'Names from',
      widget: 'column',
      help: 'Its categories become columns. None chosen takes the first column of categories.',
    }),
    values: z
      .string()
      .nullable()
      .default(null)
      .meta({ title: 'Values from', widget: 'column', help: 'None chosen counts rows.' }),
    how: z
      .enum(figures)
      .default('mean')
      .meta({
        title: 'Figure',
        help: 'What is made of several values for the same cell.',
        options: {
          count: 'Number of values',
          min: 'Smallest',
          max: 'Largest',
          first: 'First value',
          last: 'Last value',
          distinct: 'Number of different values',
          'most-frequent': 'Most frequent value',
        },
      }),
    empty: z
      .enum(['missing', 'zero'])
      .default('missing')
      .meta({ title: 'Empty cells', options: { missing: 'Missing', zero: '0' } }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
