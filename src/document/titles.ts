import type { Definitions } from '@/contract/node'
import type { WorkflowNode } from './schema'

/** What a person calls a node: its own title, else that of its type, else the type itself. */
export const nodeTitle = (node: Pick<WorkflowNode, 'title' | 'type'>, definitions: Definitions): string =>
  node.title || (definitions.get(node.type)?.title ?? node.type)
