import { formatDate, formatNumber } from '@/base/format'
import type { TreePictureNode, TreePreview } from './preview'

/** `Mass ≤ 3,720`, of a node that asks; the other side of its question is `>`. */
export const questionOf = (node: TreePictureNode, sign: '≤' | '>' = '≤'): string =>
  `${node.feature ?? ''} ${sign} ${numberOf(node)}${node.scaled ? ' after scaling' : ''}`

export const numberOf = ({ threshold, moment }: TreePictureNode): string =>
  moment ? formatDate(threshold ?? NaN) : formatNumber(threshold ?? NaN)

/** What the tree answers for a row that ends here. */
export const answerOf = (node: TreePictureNode, { classes }: TreePreview): string =>
  node.majority === null
    ? formatNumber(node.value ?? NaN)
    : (classes[node.majority] ?? `class ${node.majority + 1}`)

/** The questions on the way from the root with the answers that lead to a node; none for the root. */
export function pathTo(nodes: readonly TreePictureNode[], target: number): string[] {
  const path: string[] = []
  for (let at = target; at !== 0;) {
    const child = at
    const parent = nodes.findIndex(({ left, right }) => left === child || right === child)
    if (parent < 0) break
    path.unshift(questionOf(nodes[parent], nodes[parent].left === child ? '≤' : '>'))
    at = parent
  }
  return path
}
