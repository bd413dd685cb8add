import dagre from '@dagrejs/dagre'
import type { Point } from './edits'
import type { Workflow } from './schema'

/** Size of a card on the canvas, in pixels; the canvas may give the sizes that it measured. */
export const cardSize = { width: 220, height: 110 }

/**
 * Positions from left to right along the wires (Sugiyama's layered layout, by dagre). Notes stay where they are.
 * @param sizes measured sizes by node id; missing ones have the usual size of a card.
 */
export function tidyPositions(
  document: Workflow,
  sizes?: ReadonlyMap<string, { width: number; height: number }>,
): Map<string, Point> {
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 90, marginx: 0, marginy: 0 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const node of document.nodes) graph.setNode(node.id, { ...(sizes?.get(node.id) ?? cardSize) })
  for (const wire of document.wires) {
    if (graph.hasNode(wire.from.node) && graph.hasNode(wire.to.node)) {
      graph.setEdge(wire.from.node, wire.to.node, {}, wire.id)
    }
  }
  dagre.layout(graph)
  return new Map(document.nodes.map((node) => [node.id, cornerAt(graph.node(node.id))]))
}

const cornerAt = (box: { x: number; y: number; width: number; height: number }): Point => ({
  x: Math.round(box.x - box.width / 2),
  y: Math.round(box.y - box.height / 2),
})
