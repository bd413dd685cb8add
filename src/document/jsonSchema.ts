import { z } from 'zod'
import { currentVersion, workflowSchema } from './schema'

/** The JSON Schema of the file format as it is published in `public/schema/`; `npm run schema` writes it. */
export function workflowJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(workflowSchema, { io: 'input' })
  const head = { $schema, title: `Stagecraft workflow, version ${currentVersion}` }
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`
}

export const schemaPath = `public/schema/workflow-${currentVersion}.json`
