import { toBase64Url } from '@/base/bytes'
import { hashBytes } from '@/base/hash'
import type { Json } from '@/base/json'
import { fail, ok, type Result } from '@/base/result'
import type { AnyDefinition, Definitions, ParamMeta } from '@/contract/node'
import type { Workflow, WorkflowNode } from '@/document/schema'
import type { SetOption } from './args'

/** The workflow with one parameter set; the value is JSON. */
export function setParameter(
  workflow: Workflow,
  option: SetOption,
  definitions: Definitions,
): Result<Workflow, string> {
  const found = findNode(workflow, option.node)
  if (!found.ok) return found
  const definition = definitions.get(found.value.type)
  if (definition && !Object.hasOwn(definition.params.shape, option.param))
    return fail(`Node “${option.node}” (${definition.title}) has no parameter “${option.param}”.`)
  const value = parseJson(option.json)
  if (!value.ok) return fail(`--set ${option.node}.${option.param}: ${option.json} is not JSON.`)
  return ok(withParam(workflow, found.value, { name: option.param, value: value.value }))
}

/** The workflow with a data file put inside it and chosen in a file node. */
export function setData(
  workflow: Workflow,
  option: { node: string; name: string; bytes: Uint8Array },
  definitions: Definitions,
): Result<Workflow, string> {
  const found = findNode(workflow, option.node)
  if (!found.ok) return found
  const param = fileParam(definitions.get(found.value.type))
  if (param === null) return fail(`Node “${option.node}” takes no data file.`)
  const file = { hash: hashBytes(option.bytes), name: option.name, size: option.bytes.length }
  const others = workflow.files.filter((other) => other.hash !== file.hash)
  const files = [...others, { ...file, content: toBase64Url(option.bytes) }]
  return ok({ ...withParam(workflow, found.value, { name: param, value: file }), files })
}

function findNode(workflow: Workflow, name: string): Result<WorkflowNode, string> {
  const byId = workflow.nodes.find((node) => node.id === name)
  const byTitle = workflow.nodes.filter((node) => node.title === name)
  const node = byId ?? (byTitle.length === 1 ? byTitle[0] : undefined)
  if (node) return ok(node)
  const ids = workflow.nodes.map((each) => each.id).join(', ')
  return fail(`The workflow has no node “${name}”. Its nodes are: ${ids}.`)
}

function withParam(workflow: Workflow, node: WorkflowNode, set: { name: string; value: Json }): Workflow {
  const changed = { ...node, params: { ...node.params, [set.name]: set.value } }
  return { ...workflow, nodes: workflow.nodes.map((other) => (other === node ? changed : other)) }
}

function fileParam(definition: AnyDefinition | undefined): string | null {
  const fields = Object.entries(definition?.params.shape ?? {})
  const found = fields.find(
    ([, field]) => (field.meta() as Partial<ParamMeta> | undefined)?.widget === 'file',
  )
  return found ? found[0] : null
}

function parseJson(text: string): Result<Json, null> {
  try {
    return ok(JSON.parse(text) as Json)
  } catch (error) {
    if (error instanceof SyntaxError) return fail(null)
    throw error
  }
}
