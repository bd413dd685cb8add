import { layTree, listTree, type TreeItem } from './treeLayout'

/** The node that a key leads to from another in a tree of rows; null where it leads nowhere. */
export function nextInList(nodes: readonly TreeItem[], at: number, key: string): number | null {
  const rows = listTree(nodes)
  const row = rows.findIndex(({ index }) => index === at)
  if (key === 'ArrowDown') return rows[row + 1]?.index ?? null
  if (key === 'ArrowUp') return rows[row - 1]?.index ?? null
  if (key === 'ArrowRight') return nodes[at].left
  if (key === 'ArrowLeft') return parentOf(nodes, at)
  if (key === 'End') return rows.at(-1)?.index ?? null
  return key === 'Home' ? 0 : null
}

/** The node that a key leads to in a drawn tree, whose root is on top. */
export function nextInDrawing(nodes: readonly TreeItem[], at: number, key: string): number | null {
  if (key === 'ArrowUp') return parentOf(nodes, at)
  if (key === 'ArrowDown') return nodes[at].left
  if (key === 'Home') return 0
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null
  const { places } = layTree(nodes)
  const level = places
    .flatMap(({ depth, column }, index) => (depth === places[at].depth ? [{ index, column }] : []))
    .sort((a, b) => a.column - b.column)
  const place = level.findIndex(({ index }) => index === at)
  return level[place + (key === 'ArrowRight' ? 1 : -1)]?.index ?? null
}

const parentOf = (nodes: readonly TreeItem[], child: number): number | null => {
  const parent = nodes.findIndex(({ left, right }) => left === child || right === child)
  return parent < 0 ? null : parent
}
