import { formatInterval, formatMetric } from '@/base/format'
import { metricInfo, type MetricInfo } from '@/values/metrics'

export interface Tile {
  title: string
  value: string
  /** A line below, e.g. the interval. */
  note?: string
  explain?: string
}

/** Large figures with their names above and their intervals below. */
export function Tiles({ tiles }: { tiles: Tile[] }) {
  return (
    <div className="kit-tiles-room">
      <div className="kit-tiles" data-count={tiles.length}>
        {tiles.map((tile) => (
          <dl key={tile.title} className="kit-tile" style={{ margin: 0 }} title={tile.explain}>
            <dt>{tile.title}</dt>
            <dd>{tile.value}</dd>
            {tile.note && <dd>{tile.note}</dd>}
          </dl>
        ))}
      </div>
    </div>
  )
}

export interface TileMetric {
  metric: string
  value: number
  low: number | null
  high: number | null
}

/** The given metrics as tiles, with their 95 % intervals where there are any. */
export function MetricTiles({ metrics }: { metrics: TileMetric[] }) {
  const tiles = metrics.map((one): Tile => {
    const info: MetricInfo | undefined = metricInfo(one.metric)
    const interval = one.low !== null && one.high !== null
    return {
      title: info?.title ?? one.metric,
      value: formatMetric(one.value),
      note: interval ? formatInterval(one.low as number, one.high as number) : undefined,
      explain: interval ? `${info?.explain ?? ''} Below it: 95 % confidence interval.`.trim() : info?.explain,
    }
  })
  return <Tiles tiles={tiles} />
}
