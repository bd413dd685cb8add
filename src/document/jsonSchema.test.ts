import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { schemaPath, workflowJsonSchema } from './jsonSchema'

it('is published as it is: run `npm run schema` after a change of the format', () => {
  expect(readFileSync(schemaPath, 'utf8')).toBe(workflowJsonSchema())
})
