import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { functions } from '@/ml/formula/functions'
import { maxLength } from '@/ml/formula/parse'
import { tests, testsOfValues, type Test } from './tests'

export default defineNode({
  type: 'prepare/filter-rows',
  version: 1,
  stage: 'prepare',
  title: 'Filter rows',
  summary: 'Parts the rows into those that fit a condition and the others.',
  alsoCalled: ['where', 'subset', 'query', 'condition', 'drop rows', 'remove rows', 'select rows'],
  common: true,
  params: z.strictObject({
    by: z
      .enum(['conditions', 'formula'])
      .default('conditions')
      .meta({ title: 'Ask by', options: { conditions: 'Conditions', formula: 'Formula' } }),
    match: z
      .enum(['all', 'any'])
      .default('all')
      .meta({
        title: 'A row fits if',
        options: { all: 'All hold', any: 'Any holds' },
        showWhen: { param: 'by', in: ['conditions'] },
      }),
    conditions: z
      .array(
        z.strictObject({
          column: z.string().meta({ title: 'Column', widget: 'column' }),
          test: z
            .enum(Object.keys(tests) as [Test, ...Test[]])
            .default('equals')
            .meta({ title: 'Test', options: tests }),
          value: z
            .string()
            .max(1000)
            .default('')
            .meta({
              title: 'Value',
              valuesOf: 'column',
              showWhen: { param: 'test', in: testsOfValues },
            }),
        }),
      )
      .max(50)
      .default([])
      .meta({
        title: 'Conditions',
        widget: 'records',
        showWhen: { param: 'by', in: ['conditions'] },
        help: 'Numbers are written with a decimal point, dates as 2024-03-01.',
      }),
    formula: z
      .string()
      .max(maxLength)
      .default('')
      .meta({
        title: 'Formula',
        widget: 'formula',
        functions: functions.map(({ name, group, usage, help }) => ({ name, group, usage, help })),
        showWhen: { param: 'by', in: ['formula'] },
        help: 'A condition that is true for the rows that fit, for example age >= 18 and not is_missing(income).',
      }),
  }),
  inputs: { data: 'dataset' },
  outputs: {
    data: { kind: 'dataset', title: 'Rows that fit' },
    others: { kind: 'dataset', title: 'The others' },
  },
})
