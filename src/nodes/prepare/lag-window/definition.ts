import { z } from 'zod'
import { columnsParam } from '@/contract/columnChoice'
import { defineNode } from '@/contract/node'
import { windowFigures } from '@/ml/reshape/windows'

export default defineNode({
  type: 'prepare/lag-window',
  version: 1,
  stage: 'prepare',
  title: 'Look back in time',
  summary: 'Adds what was before: earlier values, rolling means, changes and the time since the row before.',
  alsoCalled: ['time series', 'rolling', 'lag', 'moving average', 'window', 'shift', 'previous values'],
  params: z.strictObject({
    columns: columnsParam({
      title: 'Columns',
      help: 'None chosen means every feature of numbers.',
      takes: ['numeric'],
    }),
    time: z
      .string()
      .nullable()
      .default(null)
      .meta({ title: 'In order of', widget: 'column', help: 'None chosen takes the rows as they are.' }),
    groups: z.array(z.string()).default([]).meta({
      title: 'Within',
      widget: 'columns',
      help: 'Rows of another group are never looked at. None chosen means all rows are one.',
    }),
    figures: z
      .array(
        z.strictObject({
          how: z
            .enum(windowFigures)
            .default('lag')
            .meta({
              title: 'Figure',
              options: {
                lag: 'value, rows back',
                difference: 'change over rows',
                mean: 'mean of rows',
                sum: 'sum of rows',
                min: 'smallest of rows',
                max: 'largest of rows',
                'standard-deviation': 'spread of rows',
              },
            }),
          rows: z.int().min(1).max(10_000).default(1).meta({ title: 'Rows' }),
        }),
      )
      .max(50)
      .default([{ how: 'lag', rows: 1 }])
      .meta({
        title: 'Figures',
        widget: 'records',
        help: 'Each is made for every column. “Spread” is the standard deviation.',
      }),
    itself: z.boolean().default(false).meta({
      title: 'Include the row itself',
      help: 'Windows and changes end at the row itself, not at the row before.',
    }),
    gap: z.boolean().default(false).meta({
      title: 'Add the time since the row before',
      help: 'In days for dates, else in units of the column.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
