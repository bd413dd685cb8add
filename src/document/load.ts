import type { JsonObject } from '@/base/json'
import { fail, ok, type Result } from '@/base/result'
import { checkBounds } from './bounds'
import { jsonPath, type DocumentError } from './errors'
import { lineOfBreak } from './jsonBreak'
import { migrations } from './migrations/list'
import { currentVersion, formatName, workflowSchema, type Workflow } from './schema'

/**
 * Reads a workflow file of any version. Never throws, whatever the text: bounds first, then JSON, format and version,
 * migrations, schema, and at last what the schema cannot say (ids, wires that end nowhere).
 */
export function loadWorkflow(text: string): Result<Workflow, DocumentError> {
  const bound = checkBounds(text)
  if (bound) return fail(bound)
  const parsed = parseJson(text)
  if (!parsed.ok) return parsed
  const raw = parsed.value
  if (!isObject(raw) || raw.format !== formatName) return fail({ kind: 'not-a-workflow', path: 'format' })
  const { version } = raw
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
    return fail({ kind: 'bad-version', path: 'version' })
  if (version > currentVersion)
    return fail({ kind: 'newer-version', path: 'version', version, known: currentVersion })
  return checkContent(migrate(raw, version))
}

function parseJson(text: string): Result<unknown, DocumentError> {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text
  try {
    return ok(JSON.parse(bare))
  } catch {
    return fail({ kind: 'not-json', path: '', line: lineOfBreak(bare) })
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function migrate(document: JsonObject, version: number): JsonObject {
  return migrations
    .filter((step) => step.from >= version)
    .reduce((current, step) => step.migrate(current), document)
}

function checkContent(raw: JsonObject): Result<Workflow, DocumentError> {
  const parsed = workflowSchema.safeParse(raw)
  if (parsed.success) {
    const broken = findDuplicate(parsed.data) ?? findDangling(parsed.data)
    return broken ? fail(broken) : ok(parsed.data)
  }
  const [issue, ...rest] = parsed.error.issues
  const problem = issue.message.replace(/\.$/, '')
  return fail({ kind: 'invalid', path: jsonPath(issue.path), problem, more: rest.length })
}

/** Ids are unique over all kinds of things: a selection names them alike. */
function findDuplicate(workflow: Workflow): DocumentError | null {
  const seen = new Set<string>()
  for (const list of ['nodes', 'wires', 'feedback', 'notes'] as const) {
    for (const [index, { id }] of workflow[list].entries()) {
      if (seen.has(id)) return { kind: 'duplicate-id', path: `${list}[${index}].id`, id }
      seen.add(id)
    }
  }
  return null
}

function findDangling(workflow: Workflow): DocumentError | null {
  const nodes = new Set(workflow.nodes.map((node) => node.id))
  const ends = [
    ...workflow.wires.flatMap(({ from, to }, i) => [
      { id: from.node, path: `wires[${i}].from.node` },
      { id: to.node, path: `wires[${i}].to.node` },
    ]),
    ...workflow.feedback.flatMap(({ from, to }, i) => [
      { id: from, path: `feedback[${i}].from` },
      { id: to, path: `feedback[${i}].to` },
    ]),
  ]
  const loose = ends.find(({ id }) => !nodes.has(id))
  return loose ? { kind: 'dangling', ...loose } : null
}
