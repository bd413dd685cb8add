import { Select } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatMetric, formatNumber } from '@/base/format'
import { Bars } from '@/kit/charts/Bars'
import { LinesChart } from '@/kit/charts/LinesChart'
import { Tiles } from '@/kit/charts/MetricTiles'
import { seriesColour } from '@/kit/charts/palette'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import type { ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import { metricInfo } from '@/values/metrics'
import { ClusterDots } from './ClusterDots'
import { ClusterName } from './ClusterName'
import type { ClusterPreview } from './clusterRun'

type Props = ViewProps<ClusterPreview>

/** Clusters that have bars of their own. */
const mostBars = 24

interface OverviewProps extends Pick<Props, 'node' | 'preview' | 'result'> {
  /** What the type itself measures, shown after the number of training rows. */
  tiles?: Tile[]
}

export function ClusterOverview({ node, preview, result, tiles = [] }: OverviewProps) {
  const { names, column, summary, noise } = preview
  const { silhouette, sizes } = summary
  return (
    <div className="kit-stack">
      <Tiles tiles={tilesOf(preview, tiles)} />
      <Warnings result={result} />
      {names.length > 0 && (
        <Bars
          title="Rows of each cluster"
          items={names.slice(0, mostBars).map((name, i) => ({
            name,
            label: <ClusterName of={{ node, result, preview }} cluster={i} name={name} />,
            value: sizes[i],
            text: formatCount(sizes[i]),
            colour: seriesColour(i),
          }))}
        />
      )}
      {silhouette && (
        <>
          <Bars
            title="Mean silhouette of each cluster"
            items={names.slice(0, mostBars).map((name, i) => ({
              name,
              value: silhouette.byCluster[i] ?? 0,
              text: silhouette.byCluster[i] === null ? '–' : formatMetric(silhouette.byCluster[i]),
              colour: seriesColour(i),
            }))}
          />
          {silhouette.sampled && (
            <p className="kit-quiet">
              The silhouette is measured among {formatCount(silhouette.rows)} rows that were drawn by chance.
            </p>
          )}
        </>
      )}
      {names.length > mostBars && (
        <p className="kit-quiet">
          The first {mostBars} of {formatCount(names.length)} clusters are drawn.
        </p>
      )}
      <p className="kit-quiet">
        The column “{column}” of the data says which cluster each row is in.
        {noise !== undefined && ' Scores leave noise out.'}
      </p>
    </div>
  )
}

interface Tile {
  title: string
  value: string
  note?: string
  explain?: string
}

function tilesOf({ trainingRows, summary, adjustedRand }: ClusterPreview, own: Tile[]): Tile[] {
  const tile = (id: string, value: number | null | undefined, note?: string) =>
    value === null || value === undefined
      ? []
      : [
          {
            title: metricInfo(id)?.title ?? id,
            value: formatMetric(value),
            note,
            explain: metricInfo(id)?.explain,
          },
        ]
  return [
    { title: 'Training rows', value: formatCount(trainingRows) },
    ...own,
    ...tile('silhouette', summary.silhouette?.mean),
    ...tile('daviesBouldin', summary.spread?.daviesBouldin, 'lower is better'),
    ...tile('calinskiHarabasz', summary.spread?.calinskiHarabasz),
    ...tile('adjustedRand', adjustedRand?.value, `against “${adjustedRand?.target}”`),
  ]
}

/** What makes a cluster different: where its means lie for those of all rows. */
export function ClusterProfiles(props: Props) {
  const { preview } = props
  const [cluster, setCluster] = useState(0)
  const { names, summary } = preview
  const items = summary.profiles
    .map(({ feature, differences }) => ({ name: feature, value: differences[cluster] ?? 0 }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .map((one) => ({ ...one, text: formatNumber(one.value), colour: seriesColour(cluster) }))
  return (
    <div className="kit-stack">
      <div style={{ display: 'flex', gap: 12, alignItems: 'end' }}>
        <Choice label="Cluster" names={names} chosen={cluster} onChoose={setCluster} />
        {preview.drawn && (
          <ClusterName of={props} cluster={cluster} name={names[cluster]}>
            Select its rows
          </ClusterName>
        )}
      </div>
      <Bars title="Mean of the cluster less that of all rows, in standard deviations" items={items} />
      <div className="kit-scroll">
        <SimpleTable
          caption="Means in the units of the prepared data"
          columns={['Feature', 'All rows', ...names]}
          rows={summary.profiles.map(({ feature, mean, means }) => [
            feature,
            formatNumber(mean),
            ...means.map((value) => (value === null ? null : formatNumber(value))),
          ])}
          numeric={['All rows', ...names].map((_, i) => i + 1)}
        />
      </div>
    </div>
  )
}

export function ClusterScatter(props: Props) {
  const { preview } = props
  const { axes, points, labels, rows } = preview.summary.scatter
  const [x, setX] = useState(0)
  const [y, setY] = useState(1)
  return (
    <div className="kit-stack">
      <div className="kit-pair-wide">
        <Choice label="Across" names={axes} chosen={x} onChoose={setX} />
        <Choice label="Up" names={axes} chosen={y} onChoose={setY} />
      </div>
      <ClusterDots
        xTitle={axes[x]}
        yTitle={axes[y]}
        names={preview.names}
        noise={preview.noise !== undefined}
        points={points.map((point, i) => ({ x: point[x], y: point[y], cluster: labels[i], row: rows?.[i] }))}
        origin={preview.drawn?.origin}
        label={(cluster, name) => <ClusterName of={props} cluster={cluster} name={name} />}
      />
    </div>
  )
}

interface ChoiceProps {
  label: string
  names: string[]
  chosen: number
  onChoose: (index: number) => void
}

function Choice({ label, names, chosen, onChoose }: ChoiceProps) {
  return (
    <Select
      label={label}
      data={names.map((name, index) => ({ value: String(index), label: name === '' ? '(no name)' : name }))}
      value={String(chosen)}
      allowDeselect={false}
      onChange={(value) => onChoose(Number(value))}
    />
  )
}

interface ElbowProps {
  preview: ClusterPreview
  /** What the line shows, in a word. */
  name?: string
  /** How to read the line. */
  advice?: string
}

export function Elbow({
  preview,
  name = 'Inertia',
  advice = 'Where the line bends, further clusters help little.',
}: ElbowProps) {
  const { elbow, names } = preview
  if (!elbow) return null
  return (
    <div className="kit-stack">
      <LinesChart
        title={elbow.title}
        xTitle="Clusters"
        x={elbow.counts}
        series={[{ name, values: elbow.values }]}
        mark={elbow.counts.includes(names.length) ? { x: names.length, text: 'chosen' } : null}
      />
      <p className="kit-quiet">
        {advice} Measured on {formatCount(elbow.rows)} rows.
      </p>
    </div>
  )
}
