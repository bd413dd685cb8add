import { ClassStrip } from './ClassStrip'
import { nextInDrawing } from './treeKeys'
import { layTree } from './treeLayout'
import { TreePart, type TreeChoice } from './TreePart'
import { fitText, type TreeNodeText } from './treeText'

interface TreeDrawingProps extends TreeChoice {
  nodes: TreeNodeText[]
  classColour: (index: number) => string
  summary: string
  /** Pixels there are; a larger drawing is scaled down. */
  width: number
}

const box = { width: 136, height: 44, gapX: 10, gapY: 30 }

/** Pixels that a drawing with so many leaves takes at full size. */
export const drawnWidth = (leaves: number): number => leaves * (box.width + box.gapX) - box.gapX + 2

/** A decision tree, the root on top; left means yes. */
export function TreeDrawing({ nodes, classColour, summary, width, ...choice }: TreeDrawingProps) {
  const { places, columns, depth } = layTree(nodes)
  const x = (index: number) => places[index].column * (box.width + box.gapX)
  const y = (index: number) => places[index].depth * (box.height + box.gapY)
  const full = drawnWidth(columns)
  const height = (depth + 1) * (box.height + box.gapY) - box.gapY + 2
  return (
    <svg
      width={Math.min(full, width)}
      role="tree"
      aria-label={summary}
      viewBox={`-1 -1 ${full} ${height}`}
      style={{ display: 'block', margin: '0 auto' }}
    >
      {nodes.flatMap((node, index) =>
        [node.left, node.right].map(
          (child, side) =>
            child !== null && (
              <Branch
                key={`${index}-${side}`}
                from={[x(index), y(index)]}
                to={[x(child), y(child)]}
                word={side === 0 ? 'yes' : 'no'}
              />
            ),
        ),
      )}
      {nodes.map((node, index) => (
        <TreePart
          key={index}
          {...{ node, index, ...choice }}
          transform={`translate(${x(index)} ${y(index)})`}
          next={(at, key) => nextInDrawing(nodes, at, key)}
        >
          <NodeBox node={node} classColour={classColour} />
        </TreePart>
      ))}
    </svg>
  )
}

function Branch({ from, to, word }: { from: [number, number]; to: [number, number]; word: 'yes' | 'no' }) {
  const [x1, y1] = [from[0] + box.width / 2, from[1] + box.height]
  const [x2, y2] = [to[0] + box.width / 2, to[1]]
  const middle = (y1 + y2) / 2
  return (
    <g aria-hidden="true">
      <path
        d={`M${x1} ${y1} C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`}
        fill="none"
        stroke="var(--line-strong)"
        strokeWidth={1.4}
      />
      <text
        className="kit-tree-quiet"
        x={x2 + (word === 'yes' ? -4 : 4)}
        y={y2 - 4}
        textAnchor={word === 'yes' ? 'end' : 'start'}
      >
        {word}
      </text>
    </g>
  )
}

function NodeBox({ node, classColour }: { node: TreeNodeText; classColour: (index: number) => string }) {
  const inner = box.width - 16
  return (
    <>
      <rect
        width={box.width}
        height={box.height}
        rx={6}
        fill={node.leaf ? 'var(--surface-2)' : 'var(--surface)'}
        stroke={node.colour ?? 'var(--line-strong)'}
        strokeWidth={node.leaf ? 1.4 : 1}
      />
      <text x={8} y={16} style={node.leaf ? { fontWeight: 650 } : undefined}>
        {fitText(node.title, inner)}
      </text>
      <text className="kit-tree-quiet" x={8} y={30}>
        {fitText([node.test, node.note].filter(Boolean).join(' · '), inner)}
      </text>
      <ClassStrip shares={node.shares} x={8} y={36} width={inner} classColour={classColour} />
    </>
  )
}
