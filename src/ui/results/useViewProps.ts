import { useMemo } from 'react'
import type { Json } from '@/base/json'
import type { StepResult } from '@/contract/events'
import type { WorkflowNode } from '@/document/schema'
import type { ViewProps } from '@/kit/view'
import { definitions } from '@/nodes/definitions'
import { applyParams, setParam } from '@/state/actions'
import { useDocument } from '@/state/documentStore'
import { titleOf } from '@/state/selectors'
import { endpointAccess } from './endpointAccess'

function paramsOf(node: WorkflowNode | undefined): Readonly<Record<string, unknown>> | null {
  const read = node && definitions.get(node.type)?.params.safeParse(node.params)
  return read?.success ? read.data : null
}

/** What a view is given, with the workflow's own names and verbs; null while there is no result. */
export function useViewProps(node: WorkflowNode, result: StepResult | null): ViewProps<Json> | null {
  const nodes = useDocument(({ document }) => document.nodes)
  const readOnly = useDocument(({ mode }) => mode === 'read-only')
  return useMemo(() => {
    if (!result) return null
    const titles = new Map(nodes.map((one) => [one.id, titleOf(one)]))
    return {
      node: node.id,
      title: titleOf(node),
      params: node.params,
      preview: result.preview,
      result,
      onParam: readOnly ? null : (name: string, value: Json) => setParam(node.id, name, value),
      ...(readOnly ? {} : { onApply: applyParams }),
      paramsOf: (id: string) => paramsOf(nodes.find((one) => one.id === id)),
      titleOf: (id: string) => titles.get(id) ?? id,
      endpoint: endpointAccess,
    }
  }, [node, nodes, readOnly, result])
}
