import { z } from 'zod'
import { originCapability } from '@/contract/capability'
import { defineNode } from '@/contract/node'
import { header } from './header'

const general = { param: 'server', in: ['general'] }
const pagedBy = (...how: string[]) => ({ param: 'paging', in: how, and: general })
const askFor = 'What to ask'
const paging = 'Page by page'
const reading = 'How to read it'

export default defineNode({
  type: 'gather/http-query',
  version: 1,
  stage: 'gather',
  title: 'HTTP query',
  summary:
    'Rows from a database or service that answers over HTTP, once you have allowed requests to its server.',
  alsoCalled: ['REST API', 'GraphQL', 'POST request', 'fetch', 'web service', 'paging'],
  params: z.strictObject({
    server: z
      .enum(['general', 'clickhouse', 'datasette', 'postgrest'])
      .default('general')
      .meta({
        title: 'Server',
        group: askFor,
        options: {
          general: 'Any JSON or CSV',
          clickhouse: 'ClickHouse',
          datasette: 'Datasette',
          postgrest: 'PostgREST',
        },
      }),
    address: z.string().max(2000).default('').meta({
      title: 'Address',
      group: askFor,
      widget: 'request',
      help: 'ClickHouse: of the server. Datasette: of a database (from version 1 on with /-/query at its end), or of a table. PostgREST: of a table or view, with its filters. Press Enter when it is complete.',
    }),
    query: z
      .string()
      .max(20_000)
      .default('')
      .meta({
        title: 'SQL',
        group: askFor,
        widget: 'request',
        help: 'Press Ctrl+Enter when it is complete. Datasette: empty for all rows of the table that is addressed.',
        showWhen: { param: 'server', in: ['clickhouse', 'datasette'] },
      }),
    cors: z
      .boolean()
      .default(true)
      .meta({
        title: 'Ask ClickHouse to let web pages read its answer',
        group: askFor,
        help: 'Switch it off where the server refuses the setting add_http_cors_header.',
        showWhen: { param: 'server', in: ['clickhouse'] },
      }),
    method: z
      .enum(['GET', 'POST'])
      .default('GET')
      .meta({ title: 'Method', group: askFor, options: { GET: 'GET', POST: 'POST' }, showWhen: general }),
    body: z
      .string()
      .max(50_000)
      .default('')
      .meta({
        title: 'Body',
        group: askFor,
        widget: 'request',
        help: 'Sent as JSON unless a header content-type says otherwise.',
        showWhen: { param: 'method', in: ['POST'], and: general },
      }),
    headers: z
      .array(header)
      .max(30)
      .default([])
      .meta({ title: 'Headers', group: askFor, widget: 'records', showWhen: general }),
    again: z.int().min(0).default(0).meta({ title: 'Read again', group: askFor, widget: 'again' }),
    auth: z
      .enum(['none', 'bearer', 'basic', 'header', 'query'])
      .default('none')
      .meta({
        title: 'Credential',
        group: 'Who asks',
        options: {
          none: 'None',
          bearer: 'Bearer token',
          basic: 'User and password',
          header: 'Key in a header',
          query: 'Key in the address',
        },
      }),
    authName: z
      .string()
      .max(100)
      .regex(/^[\w!#$%&'*+.^`|~-]*$/, { error: 'A name of letters, digits and hyphens' })
      .default('')
      .meta({
        title: 'Name of the header or parameter',
        group: 'Who asks',
        help: 'Empty: X-API-Key, or api_key in the address.',
        showWhen: { param: 'auth', in: ['header', 'query'] },
      }),
    credential: z
      .string()
      .max(100)
      .default('')
      .meta({
        title: 'Key or password',
        group: 'Who asks',
        widget: 'credential',
        help: 'For this workflow and this server only; never in the workflow file.',
        showWhen: { param: 'auth', in: ['bearer', 'basic', 'header', 'query'] },
      }),
    paging: z
      .enum(['none', 'page', 'offset', 'next-link', 'cursor'])
      .default('none')
      .meta({
        title: 'Pages',
        group: paging,
        options: {
          none: 'One answer',
          page: 'By number',
          offset: 'By offset',
          'next-link': 'By a link to the next',
          cursor: 'By a cursor',
        },
        showWhen: general,
      }),
    pageParam: z
      .string()
      .max(100)
      .default('page')
      .meta({ title: 'Parameter of the number', group: paging, showWhen: pagedBy('page') }),
    firstPage: z
      .int()
      .min(0)
      .max(1000)
      .default(1)
      .meta({ title: 'First number', group: paging, showWhen: pagedBy('page') }),
    offsetParam: z
      .string()
      .max(100)
      .default('offset')
      .meta({ title: 'Parameter of the offset', group: paging, showWhen: pagedBy('offset') }),
    sizeParam: z
      .string()
      .max(100)
      .default('')
      .meta({
        title: 'Parameter of the page size',
        group: paging,
        help: 'Empty where the server chooses, e.g. limit.',
        showWhen: pagedBy('page', 'offset'),
      }),
    nextPath: z
      .string()
      .max(200)
      .default('')
      .meta({
        title: 'Path to the link',
        group: paging,
        help: 'Keys that lead to it in the answer, e.g. links.next. Empty: the header Link.',
        showWhen: pagedBy('next-link'),
      }),
    cursorPath: z
      .string()
      .max(200)
      .default('next_cursor')
      .meta({
        title: 'Path to the cursor',
        group: paging,
        help: 'Keys that lead to it in the answer, e.g. meta.next.',
        showWhen: pagedBy('cursor'),
      }),
    cursorParam: z
      .string()
      .max(100)
      .default('cursor')
      .meta({ title: 'Parameter of the cursor', group: paging, showWhen: pagedBy('cursor') }),
    pageSize: z
      .int()
      .min(1)
      .max(100_000)
      .default(1000)
      .meta({
        title: 'Rows of a page',
        group: paging,
        showWhen: { param: 'server', in: ['general', 'postgrest'] },
      }),
    mostPages: z.int().min(1).max(1000).default(100).meta({ title: 'At most, pages', group: paging }),
    mostRows: z.int().min(1).max(1_000_000).default(100_000).meta({ title: 'At most, rows', group: paging }),
    most: z.int().min(1).max(500).default(200).meta({ title: 'Largest size', unit: 'MB', group: paging }),
    format: z
      .enum(['auto', 'json', 'delimited'])
      .default('auto')
      .meta({
        title: 'Format',
        group: reading,
        options: { auto: 'Found by itself', json: 'JSON', delimited: 'Delimited text' },
        showWhen: general,
      }),
    path: z.string().max(200).default('').meta({
      title: 'Path to the rows',
      group: reading,
      help: 'Keys that lead to the rows in the answer, e.g. data.items. Empty: found by itself.',
      showWhen: general,
    }),
    missing: z
      .enum(['usual', 'empty'])
      .default('usual')
      .meta({
        title: 'Missing values',
        group: reading,
        options: { usual: 'Empty, NA, N/A, NaN, null, ?, -, .', empty: 'Only empty cells' },
      }),
    types: z
      .array(
        z.strictObject({ column: z.string(), type: z.enum(['numeric', 'categorical', 'text', 'datetime']) }),
      )
      .max(2000)
      .default([])
      .meta({
        title: 'Column types',
        group: reading,
        widget: 'column-types',
        help: 'Only what the guess got wrong.',
      }),
    appended: z
      .array(z.string())
      .max(1000)
      .default([])
      .meta({ title: 'Added by feedback', widget: 'hidden' }),
  }),
  inputs: { objective: { kind: 'objective', optional: true } },
  outputs: { data: 'dataset' },
  capabilities: ({ address }) => originCapability(address),
})
