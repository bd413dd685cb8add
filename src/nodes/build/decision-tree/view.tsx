import { useState } from 'react'
import { formatCount, formatNumber, formatPercent, formatPlural } from '@/base/format'
import { Bars } from '@/kit/charts/Bars'
import { LinesChart } from '@/kit/charts/LinesChart'
import { seriesColour } from '@/kit/charts/palette'
import { TreeChart } from '@/kit/charts/TreeChart'
import type { TreeNodeText } from '@/kit/charts/treeText'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { defineView, type ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import { TrainedTiles } from '../TrainedTiles'
import { NodePanel } from './NodePanel'
import type { TreePictureNode, TreePreview } from './preview'
import { answerOf, numberOf, questionOf } from './words'

type Props = ViewProps<TreePreview>

function Overview({ preview, result }: Props) {
  const { tree, leaves, depth, classes } = preview
  const [choice, setChoice] = useState({ key: result.key, index: 0 })
  const chosen = choice.key === result.key ? choice.index : 0
  const nodes = tree.nodes.map((node) => textOf(node, preview))
  const root = nodes[0]
  return (
    <div className="kit-stack">
      <TrainedTiles
        preview={preview}
        own={[{ title: 'Leaves', value: formatCount(leaves), note: `depth ${depth}` }]}
      />
      <Warnings result={result} />
      {classes.length > 1 && classes.length <= 12 && preview.task !== 'regression' && (
        <ClassKey classes={classes} />
      )}
      <div className="kit-tree-room">
        <div className="kit-tree-pair">
          <TreeChart
            nodes={nodes}
            classColour={seriesColour}
            summary={`Decision tree with ${formatPlural(leaves, 'leaf', 'leaves')}; the first question is ${root?.full ?? ''}`}
            chosen={chosen}
            onChoose={(index) => setChoice({ key: result.key, index })}
          />
          <NodePanel preview={preview} chosen={chosen} />
        </div>
      </div>
      <p className="kit-quiet">
        Choose a node to see the rule that leads to it.{unitNote(preview)}
        {tree.hidden > 0 && ` ${formatCount(tree.hidden)} nodes further down are not drawn.`}
      </p>
    </div>
  )
}

function unitNote({ tree, unscaled }: TreePreview): string {
  if (tree.nodes.some(({ scaled }) => scaled)) return ' Some numbers are as they are after scaling.'
  return unscaled ? ' The numbers are in the unit of the data, before scaling.' : ''
}

function ClassKey({ classes }: { classes: string[] }) {
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '2px 12px', fontSize: 12 }}>
      {classes.map((name, index) => (
        <span key={index} style={{ color: seriesColour(index) }}>
          ■ {name}
        </span>
      ))}
    </div>
  )
}

function textOf(node: TreePictureNode, preview: TreePreview): TreeNodeText {
  const total = node.counts.reduce((sum, count) => sum + count, 0)
  const answer = answerOf(node, preview)
  const rows = formatPlural(node.samples, 'row')
  const leaf = node.feature === null || node.cut
  const share =
    node.majority !== null && total > 0 ? ` · ${formatPercent(node.counts[node.majority] / total, 0)}` : ''
  return {
    left: node.left,
    right: node.right,
    depth: node.depth,
    leaf,
    title: leaf ? answer : (node.feature ?? ''),
    test: leaf ? '' : `≤ ${numberOf(node)}`,
    note: leaf ? `${rows}${share}${node.cut ? ' · more below' : ''}` : rows,
    full: `${node.feature === null ? answer : `${questionOf(node)}?`} ${rows}, impurity ${formatNumber(node.impurity)}. Answer here: ${answer}`,
    shares: total > 0 ? node.counts.map((count) => count / total) : [],
    colour: leaf && node.majority !== null ? seriesColour(node.majority) : null,
  }
}

function Importances({ preview }: Props) {
  const items = preview.importances.map((one) => ({
    name: one.feature,
    value: one.share,
    text: formatPercent(one.share),
  }))
  return (
    <div className="kit-stack">
      <Bars title="Which features the questions are about" items={items} />
      <p className="kit-quiet">
        Share of the fall in impurity on the training rows. It favours features with many values, and says
        nothing about cause.
      </p>
    </div>
  )
}

/** How small the tree gets as a leaf costs more. */
function Pruning({ preview }: Props) {
  const { alpha, leaves } = preview.pruning ?? { alpha: [], leaves: [] }
  const steps = alpha.map((cost, at) => [formatNumber(cost), formatCount(leaves[at])])
  return (
    <div className="kit-stack">
      <LinesChart
        title="Leaves that stay as a leaf costs more"
        xTitle="Cost of a leaf"
        {...stairs(alpha, leaves)}
        tellsLast={false}
      />
      <SimpleTable
        caption="Where the tree gets smaller"
        columns={['Cost of a leaf from', 'Leaves']}
        rows={steps}
        numeric={[0, 1]}
      />
      <p className="kit-quiet">
        Set the cost of a leaf between two of these lines for a smaller tree. Which one is best on rows that
        it has not seen, a Tune node finds out.
      </p>
    </div>
  )
}

/** Between two steps nothing changes. */
function stairs(alpha: number[], leaves: number[]) {
  const x = alpha.flatMap((cost, at) => (at === 0 ? [cost] : [cost, cost]))
  const values = leaves.flatMap((count, at) => (at === 0 ? [count] : [leaves[at - 1], count]))
  return { x, series: [{ name: 'Leaves', values }] }
}

export default defineView<TreePreview>({
  Overview,
  tabs: [
    { title: 'Importance', shows: (preview) => preview.importances.length > 0, Content: Importances },
    { title: 'Pruning', shows: ({ pruning }) => (pruning?.alpha.length ?? 0) > 1, Content: Pruning },
  ],
})
