import { ClassStrip } from './ClassStrip'
import { nextInList } from './treeKeys'
import { listTree, type ListedItem } from './treeLayout'
import { TreePart, type TreeChoice } from './TreePart'
import { fitText, type TreeNodeText } from './treeText'

interface TreeListProps extends TreeChoice {
  nodes: TreeNodeText[]
  classColour: (index: number) => string
  summary: string
  /** Pixels there are; the drawing takes them all. */
  width: number
}

const row = { height: 32, gap: 5 }
const leastBox = 190

/** A decision tree as rows under each other, each level moved in a little: as narrow as a side panel. */
export function TreeList({ nodes, classColour, summary, width, ...choice }: TreeListProps) {
  const rows = listTree(nodes)
  const depth = Math.max(1, ...nodes.map((node) => node.depth))
  const indent = Math.max(5, Math.min(18, (width - leastBox) / depth))
  const x = (item: ListedItem) => nodes[item.index].depth * indent
  const height = rows.length * (row.height + row.gap) - row.gap + 2
  return (
    <svg
      width={width}
      height={height}
      role="tree"
      aria-label={summary}
      viewBox={`-1 -1 ${width} ${height}`}
      style={{ display: 'block' }}
    >
      {rows.map((item, at) => (
        <g key={item.index} role="none">
          {item.parent !== null && (
            <Elbow from={x(rows[item.parent])} top={item.parent} to={x(item)} at={at} />
          )}
          <TreePart
            node={nodes[item.index]}
            index={item.index}
            {...choice}
            transform={`translate(${x(item)} ${topOf(at)})`}
            next={(from, key) => nextInList(nodes, from, key)}
          >
            <Row
              node={nodes[item.index]}
              answer={item.answer}
              width={width - x(item) - 2}
              classColour={classColour}
            />
          </TreePart>
        </g>
      ))}
    </svg>
  )
}

const topOf = (at: number): number => at * (row.height + row.gap)

function Elbow({ from, top, to, at }: { from: number; top: number; to: number; at: number }) {
  const x = from + (to - from) / 2
  return (
    <path
      d={`M${x} ${topOf(top) + row.height} V${topOf(at) + row.height / 2} H${to}`}
      fill="none"
      stroke="var(--line-strong)"
      aria-hidden="true"
    />
  )
}

interface RowProps {
  node: TreeNodeText
  answer: ListedItem['answer']
  width: number
  classColour: (index: number) => string
}

function Row({ node, answer, width, classColour }: RowProps) {
  const words = width - 24 - (answer ? 26 : 0) - node.note.length * 6.2
  const text = node.test ? `${fitText(node.title, words - node.test.length * 6.6)} ${node.test}` : node.title
  return (
    <>
      <rect
        width={width}
        height={row.height}
        rx={6}
        fill={node.leaf ? 'var(--surface-2)' : 'var(--surface)'}
        stroke={node.colour ?? 'var(--line-strong)'}
        strokeWidth={node.leaf ? 1.4 : 1}
      />
      {answer && (
        <text className="kit-tree-quiet" x={8} y={17}>
          {answer}
        </text>
      )}
      <text x={answer ? 34 : 8} y={17} style={node.leaf ? { fontWeight: 650 } : undefined}>
        {fitText(text, words)}
      </text>
      <text className="kit-tree-quiet" x={width - 8} y={17} textAnchor="end">
        {node.note}
      </text>
      <ClassStrip shares={node.shares} x={8} y={23} width={width - 16} classColour={classColour} />
    </>
  )
}
