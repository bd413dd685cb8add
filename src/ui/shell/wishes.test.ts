import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { originCapability } from '@/contract/capability'
import { defineNode } from '@/contract/node'
import { emptyWorkflow } from '@/document/edits'
import { sentenceOf, wishesOf } from './wishes'

vi.mock('@/nodes/definitions', () => {
  const asks = defineNode({
    type: 'test/asks',
    version: 1,
    stage: 'gather',
    title: '',
    summary: '',
    params: z.strictObject({ wish: z.string().meta({ title: 'Wish' }) }),
    inputs: {},
    outputs: {},
    capabilities: ({ wish }) => (wish === 'sql' ? [{ kind: 'sql' }] : originCapability(wish)),
  })
  return { definitions: new Map([[asks.type, asks]]) }
})

const node = (id: string, type: string, params = {}) => ({
  id,
  type,
  typeVersion: 1,
  title: '',
  params,
  position: { x: 0, y: 0 },
})

test('a workflow without files and endpoints only wants to run', () => {
  expect(wishesOf({ ...emptyWorkflow('a'), nodes: [node('a', 'build/baseline')] })).toEqual([
    'run 1 node in this tab',
  ])
})

test('an endpoint without a name is told by the name that it would get', () => {
  expect(wishesOf({ ...emptyWorkflow('a'), nodes: [node('a', 'deploy/endpoint')] })[1]).toBe(
    'answer requests as “model”',
  )
})

test('files and endpoint names are told by name', () => {
  const document = {
    ...emptyWorkflow('a'),
    nodes: [node('a', 'gather/file'), node('b', 'deploy/endpoint', { name: 'penguins' })],
    files: [{ hash: '0'.repeat(32), name: 'penguins.csv', size: 10, content: null }],
  }
  expect(wishesOf(document)).toEqual([
    'run 2 nodes in this tab',
    'read “penguins.csv”',
    'answer requests as “penguins”',
  ])
})

test('servers and streams are told by origin, each once, and SQL by name', () => {
  const asks = (id: string, wish: string) => node(id, 'test/asks', { wish })
  const document = {
    ...emptyWorkflow('a'),
    nodes: [
      asks('a', 'https://data.example.org/one.csv'),
      asks('b', 'https://data.example.org/two.csv'),
      asks('c', 'wss://live.example.org/prices'),
      asks('d', 'sql'),
    ],
  }
  expect(wishesOf(document).slice(1)).toEqual([
    'run SQL over its data',
    'send requests to https://data.example.org',
    'stay connected to wss://live.example.org',
  ])
})

test('wishes are listed as a sentence', () => {
  expect(sentenceOf(['run 1 node'])).toBe('run 1 node')
  expect(sentenceOf(['run', 'read', 'answer'])).toBe('run, read and answer')
})
