import { z } from 'zod'
import { defineNode } from '@/contract/node'
import { maxLength } from '@/ml/formula/parse'
import { functions } from '@/ml/formula/functions'

export default defineNode({
  type: 'prepare/formula',
  version: 1,
  stage: 'prepare',
  title: 'Formula',
  summary: 'Makes a new column, or replaces one, from a formula over the other columns.',
  alsoCalled: [
    'calculate',
    'compute column',
    'derive',
    'new feature',
    'feature engineering',
    'expression',
    'mutate',
    'add column',
    'calculated field',
  ],
  common: true,
  params: z.strictObject({
    name: z
      .string()
      .max(200)
      .default('new column')
      .meta({ title: 'Name of the column', help: 'The name of a column that exists replaces that column.' }),
    formula: z
      .string()
      .max(maxLength)
      .default('')
      .meta({
        title: 'Formula',
        widget: 'formula',
        functions: functions.map(({ name, group, usage, help }) => ({ name, group, usage, help })),
        help: 'Signs: + − * / % ^, = != < <= > >=, and, or, not, and condition ? this : that. Names with spaces go in square brackets, texts in quotation marks.',
      }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
