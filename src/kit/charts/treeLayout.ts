/** A node of a binary tree as a list, children by position. */
export interface TreeItem {
  left: number | null
  right: number | null
  depth: number
}

export interface PlacedItem {
  /** In widths of a leaf, from 0. */
  column: number
  depth: number
}

/** Leaves side by side from left to right, each parent over the middle of its two children. Breadth-first lists only. */
export function layTree(nodes: readonly TreeItem[]): {
  places: PlacedItem[]
  columns: number
  depth: number
} {
  const places = nodes.map((node): PlacedItem => ({ column: 0, depth: node.depth }))
  const order = leavesInOrder(nodes)
  order.forEach((leaf, column) => (places[leaf].column = column))
  for (let at = nodes.length - 1; at >= 0; at--) {
    const { left, right } = nodes[at]
    if (left !== null && right !== null) places[at].column = (places[left].column + places[right].column) / 2
  }
  return {
    places,
    columns: Math.max(1, order.length),
    depth: Math.max(0, ...nodes.map((node) => node.depth)),
  }
}

function leavesInOrder(nodes: readonly TreeItem[]): number[] {
  const leaves: number[] = []
  const waiting = nodes.length > 0 ? [0] : []
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { left, right } = nodes[at]
    if (left === null || right === null) leaves.push(at)
    else waiting.push(right, left)
  }
  return leaves
}

export interface ListedItem {
  /** Position in the list of nodes. */
  index: number
  /** Row of the parent; null at the root. */
  parent: number | null
  /** The parent's answer that leads here; null at the root. */
  answer: 'yes' | 'no' | null
}

/** The tree as rows, each node before what hangs below it, the left child first: a table of contents. */
export function listTree(nodes: readonly TreeItem[]): ListedItem[] {
  const rows: ListedItem[] = []
  const waiting: ListedItem[] = nodes.length > 0 ? [{ index: 0, parent: null, answer: null }] : []
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const parent = rows.push(item) - 1
    const { left, right } = nodes[item.index]
    if (right !== null) waiting.push({ index: right, parent, answer: 'no' })
    if (left !== null) waiting.push({ index: left, parent, answer: 'yes' })
  }
  return rows
}
