import { fail, ok, type Result } from '@/base/result'
import { workflowSchema, type Workflow } from '@/document/schema'

/** @returns the workflow, or a sentence that names the JSON path of what is wrong. */
export function readWorkflow(bytes: Uint8Array): Result<Workflow, string> {
  const parsed = workflowSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return fail(`${['$', ...issue.path.map(String)].join('.')}: ${issue.message}.`)
}
