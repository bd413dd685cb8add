import { z } from 'zod'
import { originCapability } from '@/contract/capability'
import { defineNode } from '@/contract/node'
import fileDefinition from '../file/definition'

/** What comes from an address is read as a file is, and can be corrected in the same way. */
const { file: _file, ...reading } = fileDefinition.params.shape

export default defineNode({
  type: 'gather/url',
  version: 1,
  stage: 'gather',
  title: 'Web address',
  summary: 'Reads a table from an http or https address, once you have allowed requests to its server.',
  alsoCalled: ['URL', 'link', 'download', 'https', 'fetch', 'internet', 'remote file'],
  params: z.strictObject({
    address: z.string().max(2000).default('').meta({
      title: 'Address',
      widget: 'request',
      help: 'Whole, beginning with https:// or http://. Press Enter when it is complete.',
    }),
    again: z.int().min(0).default(0).meta({ title: 'Read again', widget: 'again' }),
    offline: z
      .enum(['copy', 'fail'])
      .default('copy')
      .meta({
        title: 'When the server cannot be reached',
        options: { copy: 'Use the last copy on this device', fail: 'Fail' },
      }),
    most: z
      .int()
      .min(1)
      .max(500)
      .default(200)
      .meta({ title: 'Largest size', unit: 'MB', help: 'More is refused while it is being read.' }),
    ...reading,
  }),
  inputs: { objective: { kind: 'objective', optional: true } },
  outputs: { data: 'dataset' },
  capabilities: ({ address }) => originCapability(address),
})
