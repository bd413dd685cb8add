import type { KeyboardEvent, ReactNode } from 'react'
import type { TreeNodeText } from './treeText'

/** Which node of a tree is looked at, and how another is chosen. */
export interface TreeChoice {
  chosen: number
  onChoose: (index: number) => void
}

interface TreePartProps extends TreeChoice {
  node: TreeNodeText
  index: number
  transform: string
  /** Where a key leads from a node; null where nowhere. */
  next: (at: number, key: string) => number | null
  children: ReactNode
}

/** A node of a drawn tree, chosen by a click, and by the arrow keys once one of them has the focus. */
export function TreePart({ node, index, transform, chosen, onChoose, next, children }: TreePartProps) {
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const isChoice = event.key === 'Enter' || event.key === ' '
    const to = isChoice ? index : next(index, event.key)
    if (to === null) return
    event.preventDefault()
    onChoose(to)
    event.currentTarget.ownerSVGElement?.querySelector<SVGGElement>(`[data-index="${to}"]`)?.focus()
  }
  return (
    <g
      className="kit-tree-node"
      role="treeitem"
      aria-label={node.full}
      aria-level={node.depth + 1}
      aria-selected={chosen === index}
      tabIndex={chosen === index ? 0 : -1}
      data-index={index}
      transform={transform}
      onClick={() => onChoose(index)}
      onKeyDown={onKeyDown}
    >
      <title>{node.full}</title>
      {children}
    </g>
  )
}
