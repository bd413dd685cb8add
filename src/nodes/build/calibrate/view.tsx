import { Select } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatMetric } from '@/base/format'
import { CurveChart } from '@/kit/charts/CurveChart'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { defineView, type ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import { TrainedTiles } from '../TrainedTiles'
import type { CalibratePreview } from './preview'

type Props = ViewProps<CalibratePreview>
type Curves = CalibratePreview['curves'][number]

function Overview({ preview, result, titleOf }: Props) {
  const [chosen, choose] = useState<string | null>(null)
  const { before, after, rows, curves } = preview
  const curve = curves.find(({ className }) => className === chosen) ?? curves.at(0)
  return (
    <div className="kit-stack">
      <TrainedTiles
        preview={preview}
        own={[
          {
            title: 'Brier score',
            value: formatMetric(after.brier),
            note: `${formatMetric(before.brier)} before`,
          },
          {
            title: 'Calibration error',
            value: formatMetric(after.error),
            note: `${formatMetric(before.error)} before`,
          },
        ]}
      />
      <Warnings result={result} />
      {curves.length > 1 && (
        <Select
          label="Class"
          size="xs"
          data={curves.map(({ className }) => className)}
          value={curve?.className ?? null}
          onChange={choose}
          allowDeselect={false}
        />
      )}
      {curve && <Reliability curve={curve} />}
      <p className="kit-quiet">
        {titleOf(preview.member.node)} before and after, on {formatCount(rows)} rows that neither the model
        nor the calibration had learned from. On the dashed line a probability means what it says.
      </p>
    </div>
  )
}

function Reliability({ curve }: { curve: Curves }) {
  const series = (['before', 'after'] as const).map((when) => ({
    name: when === 'before' ? 'Before' : 'After',
    x: curve[when].predicted,
    y: curve[when].happened,
  }))
  return (
    <CurveChart
      title={`Reliability of “${curve.className}”`}
      xTitle="Probability that was said"
      yTitle="Share that it was"
      diagonal
      corner="below"
      series={series}
      summary={`Reliability of ${curve.className}, before and after calibration.`}
    />
  )
}

/** The points of the curves with the rows behind each. */
function Bins({ preview }: Props) {
  const rows = preview.curves.flatMap(({ className, ...curve }) =>
    (['before', 'after'] as const).flatMap((when) =>
      curve[when].predicted.map((predicted, i) => [
        className,
        when === 'before' ? 'Before' : 'After',
        formatMetric(predicted),
        formatMetric(curve[when].happened[i]),
        formatCount(curve[when].counts[i]),
      ]),
    ),
  )
  const losses = [preview.before, preview.after].map(({ brier, logLoss, error }, i) => [
    i === 0 ? 'Before' : 'After',
    ...[brier, logLoss, error].map(formatMetric),
  ])
  return (
    <div className="kit-stack">
      <SimpleTable
        caption="How far probabilities are from what happened"
        columns={['', 'Brier score', 'Log loss', 'Calibration error']}
        rows={losses}
        numeric={[1, 2, 3]}
      />
      <div className="kit-scroll">
        <SimpleTable
          caption="Points of the curves"
          columns={['Class', 'When', 'Probability said', 'Share that it was', 'Rows']}
          rows={rows}
          numeric={[2, 3, 4]}
        />
      </div>
    </div>
  )
}

export default defineView<CalibratePreview>({ Overview, tabs: [{ title: 'Points', Content: Bins }] })
