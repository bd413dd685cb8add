import '@xyflow/react/dist/base.css'
import './canvas.css'
import './cards.css'
import './wires.css'
import { ReactFlow, ReactFlowProvider } from '@xyflow/react'
import type { WorkflowNode } from '@/document/schema'
import type { CardNode } from './flowItems'
import { NodeCard } from './NodeCard'

const nodeTypes = { card: NodeCard }
const cell = { width: 232, height: 128 }

/** Cards side by side, only to be looked at: one row for each list of nodes. */
export function CardSheet({ rows }: { rows: readonly WorkflowNode[][] }) {
  const nodes = rows.flatMap((row, y) => row.map((node, x) => cardAt(node, x, y)))
  const columns = Math.max(0, ...rows.map((row) => row.length))
  return (
    <div
      className="sc-canvas"
      style={{ width: columns * cell.width + 24, height: rows.length * cell.height + 12 }}
    >
      <ReactFlowProvider>
        <ReactFlow
          nodes={nodes}
          nodeTypes={nodeTypes}
          defaultViewport={{ x: 14, y: 14, zoom: 1 }}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          panOnDrag={false}
          zoomOnScroll={false}
          zoomOnPinch={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
        />
      </ReactFlowProvider>
    </div>
  )
}

const cardAt = (node: WorkflowNode, x: number, y: number): CardNode => ({
  id: node.id,
  type: 'card',
  position: { x: x * cell.width, y: y * cell.height },
  data: { node },
})
