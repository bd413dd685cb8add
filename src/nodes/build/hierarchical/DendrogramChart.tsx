import type { ReactNode } from 'react'
import { formatCount, formatNumber, formatPlural } from '@/base/format'
import { Figure } from '@/kit/Figure'
import { Plot } from '@/kit/Plot'
import { Axes, GuideLine, shareOf } from '@/kit/charts/Axes'
import { seriesColour, tick, type Frame } from '@/kit/charts/palette'
import { niceTicks } from '@/kit/charts/ticks'
import type { Branch, Dendrogram } from '@/ml/cluster/cutTree'
import { ClusterLegend } from '../ClusterLegend'

interface Props {
  tree: Dendrogram
  names: string[]
  label?: (cluster: number, name: string) => ReactNode
}

const frame: Frame = { left: 10, right: 64, top: 10, bottom: 34 }
const leafHeight = 15

/** The top of the tree, its root at the left; every branch ends at the distance at which its two halves were joined. */
export function DendrogramChart({ tree: { branches, cut }, names, label }: Props) {
  const rows = rowsOf(branches)
  const leaves = rows.filter((_, i) => branches[i].left === null).length
  const range: [number, number] = [-Math.max(cut, branches[branches.length - 1].height) * 1.03, 0]
  const ticks = niceTicks(0, -range[0], 5).map((value) => 0 - value)
  const summary = `Tree of ${formatCount(branches[branches.length - 1].rows)} rows, cut at the distance ${formatNumber(cut)} into ${formatPlural(names.length, 'cluster')}.`
  return (
    <div className="kit-stack">
      <Figure title="Tree of joined groups" summary={summary} table={tableOf(branches, names)}>
        <Plot height={leaves * leafHeight + frame.top + frame.bottom}>
          {(size) => {
            const x = (height: number) =>
              frame.left + shareOf(-height, range) * (size.width - frame.left - frame.right)
            const y = (branch: number) => frame.top + (rows[branch] + 0.5) * leafHeight
            return (
              <svg {...size} style={{ display: 'block' }}>
                <Axes
                  {...{ ...size, frame }}
                  sideLine={false}
                  x={{ range, ticks, title: 'Distance', format: (value) => formatNumber(0 - value) }}
                  y={{ range: [0, 1], ticks: [] }}
                />
                {branches.map((branch, i) => (
                  <Join key={i} {...{ branches, branch, x, y }} place={i} />
                ))}
                <GuideLine
                  {...{ ...size, frame }}
                  from={[shareOf(-cut, range), 0]}
                  to={[shareOf(-cut, range), 1]}
                />
              </svg>
            )
          }}
        </Plot>
        <ClusterLegend names={names} label={label} />
      </Figure>
      <p className="kit-quiet">
        The dashed line is where the tree is cut. Each end at the right stands for the rows below it, most of
        which were joined at small distances.
      </p>
    </div>
  )
}

interface JoinProps {
  branches: Branch[]
  branch: Branch
  place: number
  x: (height: number) => number
  y: (branch: number) => number
}

function Join({ branches, branch, place, x, y }: JoinProps) {
  const { left, right, rows, height } = branch
  if (left === null || right === null)
    return (
      <>
        <path d={`M${x(height)} ${y(place)}H${x(0)}`} {...stroke(branch)} opacity={0.5} />
        <text x={x(0) + 6} y={y(place) + 4} style={{ fontSize: tick.fontSize }} fill={tick.fill}>
          {formatPlural(rows, 'row')}
        </text>
      </>
    )
  const arm = (child: number) => `M${x(height)} ${y(child)}H${x(branches[child].height)}`
  return (
    <>
      <title>{`${formatCount(rows)} rows, joined at ${formatNumber(height)}`}</title>
      <path d={arm(left)} {...stroke(branches[left])} />
      <path d={arm(right)} {...stroke(branches[right])} />
      <path d={`M${x(height)} ${y(left)}V${y(right)}`} {...stroke(branch)} />
    </>
  )
}

const stroke = ({ cluster }: Branch) => ({
  fill: 'none',
  stroke: cluster === null ? 'var(--line-strong)' : seriesColour(cluster),
  strokeWidth: 1.8,
  strokeLinecap: 'square' as const,
})

/** Where each branch lies, in leaves from the top: a join in the middle of its halves. */
function rowsOf(branches: readonly Branch[]): number[] {
  const rows = new Array<number>(branches.length).fill(0)
  let next = 0
  const lay = (place: number): number => {
    const { left, right } = branches[place]
    rows[place] = left === null || right === null ? next++ : (lay(left) + lay(right)) / 2
    return rows[place]
  }
  lay(branches.length - 1)
  return rows
}

function tableOf(branches: readonly Branch[], names: string[]) {
  const joins = branches.filter(({ left }) => left !== null).reverse()
  return {
    columns: ['Joined at', 'Rows', 'Cluster'],
    rows: joins.map(({ height, rows, cluster }) => [
      formatNumber(height),
      formatCount(rows),
      cluster === null ? 'several' : names[cluster],
    ]),
    numeric: [0, 1],
  }
}
