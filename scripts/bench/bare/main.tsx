/** React Flow's own example of many nodes: default nodes and edges, background, controls, map. */
import '@xyflow/react/dist/style.css'
import {
  Background,
  Controls,
  MiniMap,
  ReactFlow,
  useEdgesState,
  useNodesState,
  type Edge,
  type Node,
} from '@xyflow/react'
import { createRoot } from 'react-dom/client'

interface Graph {
  width: number
  height: number
  nodes: Node[]
  edges: Edge[]
}

declare global {
  interface Window {
    /** Given by the bench. */
    graph: Graph
  }
}

function Bare({ graph }: { graph: Graph }) {
  const [nodes, , onNodesChange] = useNodesState(graph.nodes)
  const [edges, , onEdgesChange] = useEdgesState(graph.edges)
  return (
    <div style={{ width: graph.width, height: graph.height }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        fitView
        minZoom={0.25}
      >
        <Background />
        <Controls />
        <MiniMap />
      </ReactFlow>
    </div>
  )
}

createRoot(document.getElementById('root')!).render(<Bare graph={window.graph} />)
