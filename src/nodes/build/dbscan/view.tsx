import { Button } from '@mantine/core'
import { formatCount, formatNumber, formatPercent } from '@/base/format'
import { LinesChart } from '@/kit/charts/LinesChart'
import { defineView, type ViewProps } from '@/kit/view'
import { ClusterOverview, ClusterProfiles, ClusterScatter } from '../ClusterViews'
import type { DbscanPreview } from './run'

function Overview(props: ViewProps<DbscanPreview>) {
  const { core, border, noise = 0, summary, eps, minSamples } = props.preview
  const scored = summary.sizes.reduce((sum, size) => sum + size, noise)
  return (
    <ClusterOverview
      {...props}
      tiles={[
        {
          title: 'Noise',
          value: formatCount(noise),
          note: scored > 0 ? `${formatPercent(noise / scored)} of the rows` : undefined,
        },
        {
          title: 'Core rows',
          value: formatCount(core),
          note: `${formatCount(border)} at borders`,
          explain: `Training rows with at least ${minSamples} rows within ${formatNumber(eps)}; those at borders lie near one.`,
        },
      ]}
    />
  )
}

function Distances({ preview, onParam }: ViewProps<DbscanPreview>) {
  const { distances, eps } = preview
  if (!distances) return null
  const { k, bend, measured, of } = distances
  return (
    <div className="kit-stack">
      <LinesChart
        title={`Distance to the ${ordinal(k)} nearest row, the farthest rows first`}
        xTitle="Share of the rows, %"
        x={distances.shares.map((share) => Math.round(share * 1000) / 10)}
        series={[
          { name: 'Distance', values: distances.distances },
          { name: 'eps', values: distances.distances.map(() => eps) },
        ]}
      />
      <p className="kit-quiet">
        Rows left of where the line meets eps are not core rows. A good eps lies where the line bends: before
        it are rows that lie alone, after it those in clusters. The row itself counts as its nearest.
        {measured < of && ` Measured for ${formatCount(measured)} of ${formatCount(of)} training rows.`}
      </p>
      {bend !== null && (
        <Bend
          bend={Number(bend.toPrecision(2))}
          eps={eps}
          onUse={onParam && ((value) => onParam('eps', value))}
        />
      )}
    </div>
  )
}

interface BendProps {
  bend: number
  eps: number
  onUse: ((value: number) => void) | null
}

function Bend({ bend, eps, onUse }: BendProps) {
  if (bend === eps) return <p className="kit-quiet">The line bends at about eps.</p>
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' }}>
      <span>The line bends at about {formatNumber(bend)}.</span>
      {onUse && (
        <Button size="compact-sm" variant="default" onClick={() => onUse(bend)}>
          Use {formatNumber(bend)} as distance
        </Button>
      )}
    </div>
  )
}

function ordinal(k: number): string {
  const ending = k % 100 > 10 && k % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][k % 10] ?? 'th')
  return `${k}${ending}`
}

export default defineView<DbscanPreview>({
  Overview,
  tabs: [
    { title: 'Distances', shows: ({ distances }) => distances !== null, Content: Distances },
    { title: 'Profiles', shows: ({ summary }) => summary.profiles.length > 0, Content: ClusterProfiles },
    { title: 'Scatter', shows: ({ summary }) => summary.scatter.axes.length > 1, Content: ClusterScatter },
  ],
})
