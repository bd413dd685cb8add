import type { ReactNode } from 'react'
import { formatCount, formatNumber, formatPlural } from '@/base/format'
import { Axes, shareOf } from '@/kit/charts/Axes'
import { seriesColour, type Frame } from '@/kit/charts/palette'
import { extent, niceTicks } from '@/kit/charts/ticks'
import { Figure } from '@/kit/Figure'
import { Plot } from '@/kit/Plot'
import { usePickedRows } from '@/kit/rowPicking'
import { ClusterLegend, noiseColour } from './ClusterLegend'

interface Props {
  xTitle: string
  yTitle: string
  names: string[]
  /** There may be rows in no cluster, whose number is below 0. */
  noise: boolean
  points: { x: number; y: number; cluster: number; row?: number }[]
  /** The raw table that `row` of a point belongs to: the dots of selected rows stand out. */
  origin?: string
  label?: (cluster: number, name: string) => ReactNode
}

const frame: Frame = { left: 56, right: 10, top: 8, bottom: 34 }

/** A ring, so that noise differs by more than colour. */
const lone = { r: 2.4, fill: 'none', stroke: noiseColour }

/** As in other scatters: larger, in a colour of their own, with a rim. */
const highlighted = { r: 4.4, fill: 'var(--picked)', fillOpacity: 1, stroke: 'var(--surface)' }

/** Rows as dots in the colour of their cluster. */
export function ClusterDots({ xTitle, yTitle, names, noise, points, origin, label }: Props) {
  const picked = usePickedRows(origin)
  const isPicked = (row?: number) => row !== undefined && picked.has(row)
  const shown = points.filter(({ row }) => isPicked(row)).length
  const xRange = extent(
    points.map(({ x }) => x),
    0.04,
  )
  const yRange = extent(
    points.map(({ y }) => y),
    0.04,
  )
  const shape = (title: string, range: [number, number]) => ({
    title,
    range,
    ticks: niceTicks(...range),
    format: formatNumber,
  })
  const rows = points
    .slice(0, 50)
    .map((p) => [names[p.cluster] ?? 'Noise', formatNumber(p.x), formatNumber(p.y)])
  return (
    <Figure
      title="Clusters"
      summary={`${formatCount(points.length)} rows in ${formatPlural(names.length, 'cluster')}, by ${xTitle} and ${yTitle}.${picked.size > 0 ? ` ${formatPlural(shown, 'selected row')} highlighted.` : ''}`}
      table={{ columns: ['Cluster', xTitle, yTitle], rows, numeric: [1, 2] }}
    >
      <Plot height={280}>
        {(size) => (
          <svg {...size} style={{ display: 'block' }}>
            <Axes {...size} frame={frame} x={shape(xTitle, xRange)} y={shape(yTitle, yRange)} />
            {points.map(({ x, y, cluster, row }, index) => (
              <circle
                key={index}
                cx={frame.left + shareOf(x, xRange) * (size.width - frame.left - frame.right)}
                cy={frame.top + (1 - shareOf(y, yRange)) * (size.height - frame.top - frame.bottom)}
                {...(cluster < 0 ? lone : { r: 2.8, fill: seriesColour(cluster), fillOpacity: 0.65 })}
                opacity={picked.size > 0 && !isPicked(row) ? 0.25 : undefined}
                {...(isPicked(row) ? highlighted : {})}
              />
            ))}
          </svg>
        )}
      </Plot>
      <ClusterLegend names={names} noise={noise} label={label} />
    </Figure>
  )
}
