import { useEffect, useRef } from 'react'
import { layTree, type TreeItem } from './treeLayout'

export interface TreeNodeText extends TreeItem {
  /** The question, or the answer at a leaf. */
  title: string
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

interface TreeChartProps {
  nodes: TreeNodeText[]
  classColour: (index: number) => string
  summary: string
}

const box = { width: 136, height: 44, gapX: 10, gapY: 30 }

/** A decision tree, the root on top; left means yes. It scrolls when it is wider than the panel. */
export function TreeChart({ nodes, classColour, summary }: TreeChartProps) {
  const { places, columns, depth } = layTree(nodes)
  const x = (index: number) => places[index].column * (box.width + box.gapX)
  const y = (index: number) => places[index].depth * (box.height + box.gapY)
  const frame = useRef<HTMLDivElement>(null)
  const root = (places[0]?.column ?? 0) * (box.width + box.gapX) + box.width / 2
  useEffect(() => {
    if (frame.current) frame.current.scrollLeft = root - frame.current.clientWidth / 2
  }, [root])
  const width = columns * (box.width + box.gapX) - box.gapX
  const height = (depth + 1) * (box.height + box.gapY) - box.gapY
  return (
    <div
      ref={frame}
      className="kit-scroll kit-tree"
      style={{ maxHeight: 460 }}
      tabIndex={0}
      role="group"
      aria-label="Drawn tree, scrollable"
    >
      <svg
        width={width + 2}
        height={height + 2}
        role="img"
        aria-label={summary}
        viewBox={`-1 -1 ${width + 2} ${height + 2}`}
      >
        {nodes.map((node, index) =>
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
          <g key={index} transform={`translate(${x(index)} ${y(index)})`}>
            <NodeBox node={node} classColour={classColour} />
          </g>
        ))}
      </svg>
    </div>
  )
}

function Branch({ from, to, word }: { from: [number, number]; to: [number, number]; word: string }) {
  const [x1, y1] = [from[0] + box.width / 2, from[1] + box.height]
  const [x2, y2] = [to[0] + box.width / 2, to[1]]
  const middle = (y1 + y2) / 2
  return (
    <>
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
    </>
  )
}

function NodeBox({ node, classColour }: { node: TreeNodeText; classColour: (index: number) => string }) {
  return (
    <>
      <title>{node.full}</title>
      <rect
        width={box.width}
        height={box.height}
        rx={6}
        fill={node.leaf ? 'var(--surface-2)' : 'var(--surface)'}
        stroke={node.colour ?? 'var(--line-strong)'}
        strokeWidth={node.leaf ? 1.4 : 1}
      />
      <text x={8} y={16} style={node.leaf ? { fontWeight: 650 } : undefined}>
        {node.title}
      </text>
      <text className="kit-tree-quiet" x={8} y={30}>
        {node.note}
      </text>
      <Strip shares={node.shares} classColour={classColour} />
    </>
  )
}

function Strip({ shares, classColour }: { shares: number[]; classColour: (index: number) => string }) {
  const width = box.width - 16
  const starts = shares.map((_, index) => shares.slice(0, index).reduce((sum, share) => sum + share, 0))
  return shares.map(
    (share, index) =>
      share > 0 && (
        <rect
          key={index}
          x={8 + starts[index] * width}
          y={36}
          width={share * width}
          height={4}
          fill={classColour(index)}
        />
      ),
  )
}
