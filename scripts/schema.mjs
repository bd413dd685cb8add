/** Writes the JSON Schema of the workflow file: `npm run schema`. A test says when it is out of date. */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { openSource, root } from './lib/source.mjs'

const source = await openSource()
const { workflowJsonSchema, schemaPath } = await source.load('/src/document/jsonSchema.ts')
writeFileSync(resolve(root, schemaPath), workflowJsonSchema())
console.log(schemaPath)
await source.close()
