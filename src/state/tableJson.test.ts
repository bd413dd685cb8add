import { expect, it } from 'vitest'
import { isTableJson } from './tableJson'

it.each([
  ['a list of records', '[{"a":1}]'],
  ['records, one a line', '{"a":1}\n{"a":2}\n'],
  ['columns', '{"a":[1,2],"b":["x","y"]}'],
  ['records in an answer', '{"ok":true,"data":{"rows":[{"a":1}]}}'],
  ['a trained model', '{"format":"stagecraft/model","version":1,"model":{}}'],
])('takes %s for a table', (_, text) => expect(isTableJson(text, true)).toBe(true))

it.each([
  ['a workflow', '{\n  "format": "stagecraft/workflow",\n  "version": 1,\n  "nodes": []\n}'],
  ['something else', '{"hello": 1}'],
  ['a text that is cut off', '{"format": "stagecraft/workflow", "nodes": ['],
  ['a workflow without its format', '{"nodes":[{"id":"a"}],"wires":[]}'],
  ['lists within lists', '{"x":[[[[[]]]]]}'],
])('leaves %s to those who open workflows', (_, text) => expect(isTableJson(text, true)).toBe(false))

it('judges a long text by its beginning', () => {
  expect(isTableJson('{"rows":[{"a":1},{"a":2', false)).toBe(true)
  expect(isTableJson('{"nodes":[{"a":1},{"a":2', false)).toBe(false)
})
