import { useCallback, useLayoutEffect, useState } from 'react'
import { applyNodeChanges, type EdgeChange, type NodeChange } from '@xyflow/react'
import { moveNodes, select } from '@/state/actions'
import { useDocument } from '@/state/documentStore'
import { uiStore, useUi } from '@/state/uiStore'
import { toFlowEdges, toFlowNodes, type FlowEdge, type FlowNode } from './flowItems'

/**
 * Nodes and edges as React Flow wants them. While a drag goes on, places live here alone; its end writes them to the
 * document once.
 */
export function useFlowItems() {
  const document = useDocument((state) => state.document)
  const selection = useUi((state) => state.selection)
  const [nodes, setNodes] = useState<FlowNode[]>(() => toFlowNodes(document, selection, []))
  const [edges, setEdges] = useState<FlowEdge[]>(() => toFlowEdges(document, selection, []))
  useLayoutEffect(() => {
    setNodes((before) => toFlowNodes(document, selection, before))
    setEdges((before) => toFlowEdges(document, selection, before))
  }, [document, selection])
  const onNodesChange = useCallback((changes: NodeChange<FlowNode>[]) => {
    const shown = changes.filter((change) => change.type === 'position' || change.type === 'dimensions')
    if (shown.length > 0) setNodes((before) => applyNodeChanges(shown, before))
    changeSelection(changes)
  }, [])
  const onEdgesChange = useCallback((changes: EdgeChange<FlowEdge>[]) => changeSelection(changes), [])
  return { nodes, edges, onNodesChange, onEdgesChange }
}

function changeSelection(changes: readonly (NodeChange<FlowNode> | EdgeChange<FlowEdge>)[]): void {
  const before = uiStore.getState().selection
  const chosen = new Set(before)
  for (const change of changes) {
    if (change.type !== 'select') continue
    if (change.selected) chosen.add(change.id)
    else chosen.delete(change.id)
  }
  const same = chosen.size === before.length && before.every((id) => chosen.has(id))
  if (!same) select([...chosen])
}

/** Writes the places where a drag has ended, as one step of undo. */
export function commitPlaces(dragged: readonly FlowNode[]): void {
  moveNodes(new Map(dragged.map((node) => [node.id, node.position])))
}
