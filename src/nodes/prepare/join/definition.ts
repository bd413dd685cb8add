import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'prepare/join',
  version: 1,
  stage: 'prepare',
  title: 'Join tables',
  summary: 'Puts the columns of two tables side by side where their keys are the same.',
  alsoCalled: ['merge', 'lookup', 'vlookup', 'left join', 'inner join', 'combine columns', 'match tables'],
  common: true,
  params: z.strictObject({
    kind: z
      .enum(['left', 'inner', 'right', 'outer', 'semi', 'anti'])
      .default('left')
      .meta({
        title: 'Rows that go on',
        options: {
          left: 'All rows of the left (left join)',
          inner: 'Rows in both (inner join)',
          right: 'All rows of the right (right join)',
          outer: 'All rows of both (outer join)',
          semi: 'Left rows that match (semi join)',
          anti: 'Left rows without a match (anti join)',
        },
      }),
    leftKeys: z.array(z.string()).default([]).meta({
      title: 'Keys on the left',
      widget: 'columns',
      port: 'left',
      help: 'None chosen means every column that both tables have.',
    }),
    rightKeys: z.array(z.string()).default([]).meta({
      title: 'Keys on the right',
      widget: 'columns',
      port: 'right',
      help: 'In the order of the keys on the left. None chosen means the same names as on the left.',
    }),
    expect: z
      .enum(['any', 'many-to-one', 'one-to-many', 'one-to-one'])
      .default('any')
      .meta({
        title: 'Expected keys',
        options: {
          any: 'Whatever they are',
          'many-to-one': 'Unique on the right',
          'one-to-many': 'Unique on the left',
          'one-to-one': 'Unique on both sides',
        },
        help: 'The step stops when it is not so.',
      }),
    suffix: z
      .string()
      .min(1)
      .max(40)
      .default(' (right)')
      .meta({ title: 'Suffix', help: 'For right columns whose name the left table has too.' }),
    maxRows: z.int().min(1).max(50_000_000).default(5_000_000).meta({
      title: 'At most',
      unit: 'rows',
      help: 'A join that would make more rows stops before it does.',
    }),
  }),
  inputs: { left: 'dataset', right: 'dataset' },
  outputs: { data: 'dataset' },
})
