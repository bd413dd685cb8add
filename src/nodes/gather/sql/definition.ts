import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'gather/sql',
  version: 1,
  stage: 'gather',
  title: 'SQL query',
  summary: 'Asks wired tables or a database file in SQL; everything stays in this browser.',
  alsoCalled: ['database', 'DuckDB', 'SQLite', 'select from', 'query tables'],
  params: z.strictObject({
    sql: z.string().max(50_000).default('').meta({ title: 'Query', widget: 'sql' }),
    file: z
      .strictObject({
        hash: z.string().regex(/^[0-9a-f]{32}$/),
        name: z.string().max(200),
        size: z.int().min(0),
      })
      .nullable()
      .default(null)
      .meta({
        title: 'File',
        widget: 'file',
        accept: '.duckdb,.ddb,.db,.sqlite,.sqlite3,.db3',
        help: 'CSV, JSON or Parquet: the table named file. DuckDB or SQLite: its tables, as file.name.',
      }),
    appended: z
      .array(z.string())
      .max(1000)
      .default([])
      .meta({ title: 'Added by feedback', widget: 'hidden' }),
  }),
  inputs: {
    objective: { kind: 'objective', optional: true },
    tables: { kind: 'dataset', many: true, optional: true, title: 'Tables' },
  },
  outputs: { data: 'dataset' },
  capabilities: () => [{ kind: 'sql' }],
})
