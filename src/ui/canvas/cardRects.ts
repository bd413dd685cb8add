import type { InternalNode } from '@xyflow/react'
import type { Point, Rect } from './feedbackRoute'
import type { FlowNode } from './flowItems'

/** The usual size of a card, until it is measured. */
export const usualSize = { width: 204, height: 72 }

/** The nearest point of the grid, 8 pixels wide. */
export const snapped = (x: number, y: number): Point => ({
  x: Math.round(x / 8) * 8,
  y: Math.round(y / 8) * 8,
})

export const rectOf = (node: InternalNode<FlowNode>): Rect => ({
  x: node.internals.positionAbsolute.x,
  y: node.internals.positionAbsolute.y,
  width: node.measured.width ?? usualSize.width,
  height: node.measured.height ?? usualSize.height,
})

/** The places of all cards; notes may lie under wires and labels. */
export function* cardRects(lookup: ReadonlyMap<string, InternalNode<FlowNode>>): Generator<Rect> {
  for (const node of lookup.values()) if (node.type === 'card') yield rectOf(node)
}
