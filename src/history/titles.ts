import type { Json, JsonObject } from '@/base/json'
import type { AnyDefinition, Definitions, ParamMeta } from '@/contract/node'
import type { Workflow, WorkflowNode } from '@/document/schema'
import { nodeTitle } from '@/document/titles'

export function paramMeta(definition: AnyDefinition | undefined, name: string): Partial<ParamMeta> {
  const schema = definition?.params.shape[name] as { meta?: () => Partial<ParamMeta> | undefined } | undefined
  return schema?.meta?.() ?? {}
}

/** Parameters as the step gets them: what was never set has its default, so that setting the default is no change. */
export function fullParams(node: WorkflowNode, definitions: Definitions): JsonObject {
  const parsed = definitions.get(node.type)?.params.safeParse(node.params)
  return parsed?.success ? (parsed.data as JsonObject) : node.params
}

/** A value as a person reads it: a file by its name, an option by its title. */
export function readable(value: Json | undefined, meta: Partial<ParamMeta>): Json {
  if (value === undefined || value === null) return null
  if (meta.widget === 'file' && typeof value === 'object' && 'name' in value) return value.name
  if (typeof value === 'string')
    return meta.options && Object.hasOwn(meta.options, value) ? meta.options[value] : value
  return value
}

/** `Split · Train → Logistic regression · Data`. */
export function wireTitle(
  wire: { from: { node: string; port: string }; to: { node: string; port: string } },
  document: Workflow,
  definitions: Definitions,
): string {
  const end = (id: string) => {
    const node = document.nodes.find((candidate) => candidate.id === id)
    return node ? nodeTitle(node, definitions) : id
  }
  return `${end(wire.from.node)} → ${end(wire.to.node)}`
}
