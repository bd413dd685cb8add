import type { TreeItem } from './treeLayout'

/** A node of a drawn tree, in words. */
export interface TreeNodeText extends TreeItem {
  /** What is asked about, e.g. a column; the answer at a leaf. */
  title: string
  /** The rest of the question, e.g. `≤ 42.3`; empty at a leaf. */
  test: string
  /** A quieter line, e.g. the rows. */
  note: string
  /** The whole story, on hovering. */
  full: string
  leaf: boolean
  /** Shares of the classes, drawn as a strip; empty for values. */
  shares: number[]
  /** Colour of the answer; null for questions. */
  colour: string | null
}

/** The most that fits a width in pixels, at the size of a tree's words; the end is cut with an ellipsis. */
export function fitText(text: string, width: number): string {
  const length = Math.max(3, Math.floor(width / 6.6))
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}
