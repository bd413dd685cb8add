import { z } from 'zod'
import type { JsonObject } from '@/base/json'
import { originCapability } from '@/contract/capability'
import { defineNode } from '@/contract/node'

const live = { param: 'source', in: ['websocket', 'events'] }
const replayed = { param: 'source', in: ['replay'] }
const messages = 'How to read a message'

export default defineNode({
  type: 'gather/stream',
  version: 1,
  stage: 'gather',
  title: 'Live stream',
  summary: 'Collects rows as they come, from a server that sends them or from a table that is played back.',
  onlyOnRun: true,
  alsoCalled: ['real time', 'WebSocket', 'server-sent events', 'SSE', 'replay', 'live data', 'online'],
  params: z.strictObject({
    source: z
      .enum(['websocket', 'events', 'replay'])
      .default('websocket')
      .meta({
        title: 'Where rows come from',
        options: {
          websocket: 'WebSocket',
          events: 'Server-Sent Events',
          replay: 'Wired table, played back',
        },
      }),
    address: z.string().max(2000).default('').meta({
      title: 'Address',
      widget: 'request',
      help: 'Whole, beginning with wss:// or ws:// for a WebSocket, with https:// or http:// for Server-Sent Events. Press Enter when it is complete.',
      showWhen: live,
    }),
    rate: z
      .number()
      .gt(0)
      .max(1_000_000)
      .default(100)
      .meta({ title: 'Speed', unit: 'rows/s', showWhen: replayed }),
    from: z
      .int()
      .min(1)
      .default(1)
      .meta({ title: 'Begin with row', showWhen: replayed, help: 'Beyond the last row it begins anew.' }),
    until: z
      .enum(['rows', 'seconds'])
      .default('rows')
      .meta({ title: 'Window', options: { rows: 'So many rows', seconds: 'So many seconds' } }),
    rows: z
      .int()
      .min(1)
      .max(1_000_000)
      .default(500)
      .meta({ title: 'Rows', showWhen: { param: 'until', in: ['rows'] } }),
    patience: z
      .number()
      .gt(0)
      .max(86_400)
      .default(60)
      .meta({
        title: 'Wait at most',
        unit: 's',
        help: 'Then the window is closed with the rows that have come.',
        showWhen: { param: 'until', in: ['rows'] },
      }),
    seconds: z
      .number()
      .gt(0)
      .max(86_400)
      .default(10)
      .meta({ title: 'Seconds', unit: 's', showWhen: { param: 'until', in: ['seconds'] } }),
    most: z.int().min(1).max(1_000_000).default(100_000).meta({
      title: 'Keep at most',
      unit: 'rows',
      help: 'When more come, or more than fits into memory, the oldest go, and are counted.',
    }),
    whenEnded: z
      .enum(['again', 'stop'])
      .default('again')
      .meta({
        title: 'When it ends early',
        options: { again: 'Connect again', stop: 'Take what has come' },
        help: 'The server closes the connection in good order, or the played table is at its end: then it begins anew.',
      }),
    again: z.int().min(0).default(0).meta({
      title: 'Collect anew',
      widget: 'again',
      help: 'The next Run connects again instead of giving the window that it has.',
    }),
    format: z
      .enum(['auto', 'json', 'csv'])
      .default('auto')
      .meta({
        title: 'Format',
        group: messages,
        options: { auto: 'Found by itself', json: 'JSON', csv: 'Lines of CSV' },
        showWhen: live,
      }),
    columns: z.string().max(20_000).default('').meta({
      title: 'Columns of a CSV line',
      group: messages,
      help: 'Names in their order, with commas between them: time,room,temperature.',
      showWhen: live,
    }),
    types: z
      .array(
        z.strictObject({ column: z.string(), type: z.enum(['numeric', 'categorical', 'text', 'datetime']) }),
      )
      .max(2000)
      .default([])
      .meta({
        title: 'Column types',
        widget: 'column-types',
        help: 'Only what the guess got wrong.',
        group: messages,
        showWhen: live,
      }),
  }),
  inputs: {
    data: { kind: 'dataset', optional: true, title: 'Table to play back' },
    objective: { kind: 'objective', optional: true },
  },
  outputs: { data: 'dataset' },
  whenWired: (port, { source, address }): JsonObject =>
    port === 'data' && source === undefined && !address ? { source: 'replay' } : {},
  capabilities: ({ source, address }) => (source === 'replay' ? [] : originCapability(address)),
})
