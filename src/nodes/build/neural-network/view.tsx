import { formatCount } from '@/base/format'
import { LinesChart } from '@/kit/charts/LinesChart'
import { defineView, type LiveProps, type ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import { TrainedTiles } from '../TrainedTiles'
import type { NetworkPreview } from './preview'
import { SurfaceTab } from './SurfaceTab'
import { WeightsTab } from './WeightsTab'

type Curve = NetworkPreview['curve']

/** The metrics that can be watched, by the names of the parameter. */
const metricTitles: ReadonlyMap<string, string> = new Map([
  ['accuracy', 'Accuracy'],
  ['balancedAccuracy', 'Balanced accuracy'],
  ['macroF1', 'F1, mean of the classes'],
  ['rmse', 'RMSE'],
  ['mae', 'MAE'],
  ['r2', 'R²'],
])

function TrainingCurve({ curve, best }: { curve: Curve; best: number | null }) {
  const series = [{ name: 'Training', values: curve.loss }]
  if (curve.validationLoss.length > 0) series.push({ name: 'Validation', values: curve.validationLoss })
  return (
    <LinesChart
      title="Loss by epoch"
      xTitle="Epoch"
      x={curve.epoch}
      series={series}
      mark={best === null ? null : { x: best, text: 'kept' }}
    />
  )
}

/** The watched metric, beside the loss. */
function MetricCurve({ curve: { epoch, metric }, best }: { curve: Curve; best: number | null }) {
  if (!metric) return null
  const series = [{ name: 'Training', values: metric.training }]
  if (metric.validation.length > 0) series.push({ name: 'Validation', values: metric.validation })
  return (
    <LinesChart
      title={`${metricTitles.get(metric.name) ?? metric.name} by epoch`}
      xTitle="Epoch"
      x={epoch}
      series={series}
      mark={best === null ? null : { x: best, text: 'kept' }}
    />
  )
}

function Overview({ preview, result }: ViewProps<NetworkPreview>) {
  const { epochs, bestEpoch, stoppedEarly, shape, parameters, curve } = preview
  const best = bestEpoch === epochs ? null : bestEpoch
  const own = [
    { title: 'Epochs', value: formatCount(epochs), note: stoppedEarly ? 'stopped early' : undefined },
    { title: 'Weights', value: formatCount(parameters), note: shape.join(' → ') },
  ]
  return (
    <div className="kit-stack">
      <TrainedTiles preview={preview} own={own} />
      <Warnings result={result} />
      <TrainingCurve {...{ curve, best }} />
      <MetricCurve {...{ curve, best }} />
      <p className="kit-quiet">The weights are those of epoch {formatCount(bestEpoch)}.</p>
    </div>
  )
}

/** Grows while the network trains. */
function Live({ live }: LiveProps) {
  const curve = live as Partial<Curve> | null
  if (!curve?.epoch?.length || !curve.loss || !curve.validationLoss) return null
  return (
    <div className="kit-stack">
      <TrainingCurve curve={curve as Curve} best={null} />
      <MetricCurve curve={curve as Curve} best={null} />
    </div>
  )
}

export default defineView<NetworkPreview>({
  Overview,
  Live,
  tabs: [
    {
      title: 'Surface',
      shows: ({ surface }) => Boolean(surface),
      Content: SurfaceTab,
    },
    {
      title: 'Weights',
      shows: ({ layers }) => (layers?.length ?? 0) > 0,
      Content: WeightsTab,
    },
  ],
})
