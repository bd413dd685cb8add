import { formatNumber, formatPercent, formatPlural } from '@/base/format'
import { Bars } from '@/kit/charts/Bars'
import { seriesColour } from '@/kit/charts/palette'
import type { TreePictureNode, TreePreview } from './preview'
import { answerOf, pathTo, questionOf } from './words'

const measures = { gini: 'Gini impurity', entropy: 'Entropy', squared: 'Squared error' }

/** The rule that leads to a node, and the training rows that follow it. */
export function NodePanel({ preview, chosen }: { preview: TreePreview; chosen: number }) {
  const { nodes } = preview.tree
  const node = nodes[chosen] ?? nodes[0]
  const path = pathTo(nodes, chosen)
  const all = nodes[0].samples
  const measure = preview.impurity ? measures[preview.impurity] : 'Impurity'
  const share = node.samples < all ? ` (${formatPercent(node.samples / all)})` : ''
  return (
    <section className="kit-tree-panel" aria-label="Chosen node" aria-live="polite">
      {path.length === 0 ? (
        <p className="kit-heading">All training rows</p>
      ) : (
        <ol className="kit-tree-path" aria-label="Rule">
          {path.map((question, index) => (
            <li key={index}>{question}</li>
          ))}
        </ol>
      )}
      <p>
        {formatPlural(node.samples, 'row')}
        {share} · {measure} {formatNumber(node.impurity)}
      </p>
      <p>
        {node.feature !== null && !node.cut && <>Asks: {questionOf(node)}? </>}
        {node.majority === null ? 'Mean' : node.feature === null ? 'Answer' : 'Most are'}:{' '}
        <b>{answerOf(node, preview)}</b>
      </p>
      <Shares node={node} preview={preview} />
    </section>
  )
}

function Shares({ node, preview }: { node: TreePictureNode; preview: TreePreview }) {
  const total = node.counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const items = node.counts.map((count, index) => ({
    name: preview.classes[index] ?? `class ${index + 1}`,
    value: count / total,
    text: `${formatPlural(count, 'row')} · ${formatPercent(count / total, 0)}`,
    colour: seriesColour(index),
  }))
  return <Bars items={items} most={1} />
}
