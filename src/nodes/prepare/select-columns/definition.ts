import { z } from 'zod'
import { maxPattern } from '@/contract/columnChoice'
import { defineNode } from '@/contract/node'
import { roles } from '@/values/dataset'

const columnTypes = ['numeric', 'categorical', 'text', 'datetime'] as const

export default defineNode({
  type: 'prepare/select-columns',
  version: 1,
  stage: 'prepare',
  title: 'Select columns',
  summary: 'Says what each column is for and what type it has: only features are learned from.',
  alsoCalled: [
    'drop columns',
    'keep columns',
    'remove columns',
    'target column',
    'set role',
    'ignore column',
    'choose columns',
  ],
  common: true,
  params: z.strictObject({
    roles: z
      .array(z.strictObject({ column: z.string(), role: z.enum(roles) }))
      .default([])
      .meta({
        title: 'Roles',
        widget: 'column-roles',
        help: 'A column that is not listed keeps the role that it has.',
      }),
    rules: z
      .array(
        z.strictObject({
          by: z
            .enum(['pattern', ...columnTypes])
            .default('pattern')
            .meta({
              title: 'Features',
              options: {
                pattern: 'Named',
                numeric: 'All numbers',
                categorical: 'All categories',
                text: 'All free text',
                datetime: 'All dates',
              },
            }),
          pattern: z
            .string()
            .max(maxPattern)
            .default('')
            .meta({ title: 'Pattern', showWhen: { param: 'by', in: ['pattern'] } }),
          role: z
            .enum(['ignored', 'id', 'feature'])
            .default('ignored')
            .meta({
              title: 'Role',
              options: { ignored: 'Ignored', id: 'Id', feature: 'Feature' },
            }),
        }),
      )
      .max(100)
      .default([])
      .meta({
        title: 'Roles by rule',
        widget: 'records',
        help: 'For features that are not listed by name, also for those that come later. In a pattern such as *_id, * is any characters and ? is one. The first rule that catches a column counts.',
      }),
    types: z
      .array(z.strictObject({ column: z.string(), type: z.enum(columnTypes) }))
      .default([])
      .meta({ title: 'Types', widget: 'column-types', help: 'A column that is not listed keeps its type.' }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
  namesTarget: (params) => (params.roles as { role: string }[]).some(({ role }) => role === 'target'),
})
