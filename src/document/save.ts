import { stableStringify, type JsonObject } from '@/base/json'
import type { FeedbackRule, Workflow } from './schema'

/**
 * The workflow as the text of a file: the order of the schema, free parts (parameters, rules) with their keys in
 * alphabetical order, two spaces, a newline at the end. Equal workflows give equal text, so that files can be
 * compared line by line.
 */
export function writeWorkflow(workflow: Workflow): string {
  return `${JSON.stringify(inOrder(workflow), null, 2)}\n`
}

/** Without spaces, for links. */
export const writeCompact = (workflow: Workflow): string => JSON.stringify(inOrder(workflow))

function inOrder({
  format,
  version,
  id,
  name,
  seed,
  nodes,
  wires,
  feedback,
  notes,
  files,
}: Workflow): Workflow {
  return {
    format,
    version,
    id,
    name,
    seed,
    nodes: nodes.map(({ id, type, typeVersion, title, params, position: { x, y } }) => ({
      id,
      type,
      typeVersion,
      title,
      params: sorted(params),
      position: { x, y },
    })),
    wires: wires.map(({ id, from, to }) => ({
      id,
      from: { node: from.node, port: from.port },
      to: { node: to.node, port: to.port },
    })),
    feedback: feedback.map(({ id, from, to, rule }) => ({ id, from, to, rule: sorted(rule) })),
    notes: notes.map(({ id, text, position: { x, y }, width, height }) => ({
      id,
      text,
      position: { x, y },
      width,
      height,
    })),
    files: files.map(({ hash, name, size, content }) => ({ hash, name, size, content })),
  }
}

const sorted = <T extends JsonObject | FeedbackRule>(value: T): T => JSON.parse(stableStringify(value)) as T
