import { z } from 'zod'
import { columnsParam } from '@/contract/columnChoice'
import { defineNode } from '@/contract/node'
import { categoryMethods, methods, methodTitles, mostDonors } from './methods'

const ruleMethod = { records: 'overrides', part: 'method' }

export default defineNode({
  type: 'prepare/impute',
  version: 1,
  stage: 'prepare',
  title: 'Fill missing values',
  summary: 'Puts a value where one is missing, because most models cannot work with gaps.',
  alsoCalled: [
    'imputation',
    'missing data',
    'fillna',
    'NaN',
    'null',
    'nulls',
    'gaps',
    'fill in',
    'SimpleImputer',
    'KNN imputer',
  ],
  common: true,
  params: z.strictObject({
    numeric: z
      .enum(methods)
      .default('median')
      .meta({
        title: 'Numbers',
        options: { ...methodTitles, constant: 'A given number' },
        help: 'Dates are filled in the same way; where a number is given, or other columns are looked at, they get their median.',
      }),
    numericConstant: z
      .number()
      .default(0)
      .meta({ title: 'Number', showWhen: { param: 'numeric', in: ['constant'] } }),
    categorical: z
      .enum(categoryMethods)
      .default('most-frequent')
      .meta({
        title: 'Categories',
        options: { ...methodTitles, 'most-frequent': 'Most frequent category', constant: 'A given category' },
      }),
    categoricalConstant: z
      .string()
      .max(200)
      .default('missing')
      .meta({ title: 'Category', showWhen: { param: 'categorical', in: ['constant'] } }),
    neighbours: z
      .int()
      .min(1)
      .max(100)
      .default(5)
      .meta({
        title: 'Similar rows',
        help: `How many of them are averaged. They are looked for among at most ${mostDonors} training rows, drawn by chance where there are more (fewer where there are many columns), which the model keeps.`,
        showWhen: { param: 'numeric', in: ['nearest'], orIn: ruleMethod },
      }),
    weights: z
      .enum(['uniform', 'distance'])
      .default('uniform')
      .meta({
        title: 'Nearer rows count',
        options: { uniform: 'Like the others', distance: 'More' },
        showWhen: { param: 'numeric', in: ['nearest'], orIn: ruleMethod },
      }),
    standardise: z
      .boolean()
      .default(false)
      .meta({
        title: 'Let all columns count alike',
        help: 'Differences are measured in standard deviations of each column. Otherwise a column of large numbers decides alone which rows are similar.',
        showWhen: { param: 'numeric', in: ['nearest'], orIn: ruleMethod },
      }),
    rounds: z
      .int()
      .min(1)
      .max(30)
      .default(10)
      .meta({
        title: 'Rounds',
        help: 'At most this many times each column is predicted from all others; fewer when nothing changes any more.',
        showWhen: { param: 'numeric', in: ['iterative'], orIn: ruleMethod },
      }),
    dropAbove: z.number().min(0).max(100).default(100).meta({
      title: 'Remove columns with more missing than',
      unit: '%',
      help: '100 removes none. Columns with a rule of their own stay.',
    }),
    indicator: z.boolean().default(false).meta({
      title: 'Add indicator columns',
      help: 'For each column with gaps, a column that is 1 where the value was missing.',
    }),
    columns: columnsParam({
      title: 'Columns',
      help: 'None chosen means every feature.',
      takes: ['numeric', 'categorical', 'datetime'],
    }),
    overrides: z
      .array(
        z.strictObject({
          column: z.string().meta({ title: 'Column', widget: 'column' }),
          method: z.enum(methods).default('median').meta({ title: 'Method', options: methodTitles }),
          value: z.string().max(200).default('').meta({ title: 'Given value', valuesOf: 'column' }),
        }),
      )
      .max(200)
      .default([])
      .meta({
        title: 'Rules for single columns',
        widget: 'records',
        help: 'The given value is used by “A given value” alone: a number, a category, or a date such as 2024-03-01.',
      }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
