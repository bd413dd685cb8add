import { Button } from '@mantine/core'
import { formatMetric } from '@/base/format'
import { ConfusionMatrix } from '@/kit/charts/ConfusionMatrix'
import { CurveChart, type CurveSeries } from '@/kit/charts/CurveChart'
import type { Handle } from '@/kit/charts/CurveHandle'
import { Tiles } from '@/kit/charts/MetricTiles'
import { seriesColour } from '@/kit/charts/palette'
import type { ViewProps } from '@/kit/view'
import type { ModelResult } from '@/ml/evaluate/preview'
import { cellRows } from './pickRows'
import { bestOf, type Evaluated } from './shared'
import { atThreshold, indexOfThreshold, matrixAt, type AtThreshold } from './atThreshold'
import { useMoved } from './useMoved'

type Props = ViewProps<Evaluated>

interface Movable {
  model: ModelResult
  index: number
  at: AtThreshold
  moved: boolean
  move: (index: number) => void
}

/** The threshold that the person tries out on the best model; null where there are no counts to follow it. */
function useThreshold({ preview, result }: Props): Movable | null {
  const model = bestOf(preview)
  const counts = model?.counts ?? null
  const start = counts ? indexOfThreshold(counts.thresholds, preview.threshold ?? 0.5) : 0
  const [chosen, move] = useMoved(result.key)
  if (!model || !counts || counts.thresholds.length === 0) return null
  const index = Math.min(chosen ?? start, counts.thresholds.length - 1)
  return {
    model,
    index,
    at: atThreshold(counts, index, preview.costs),
    moved: chosen !== null && chosen !== start,
    move,
  }
}

/** ROC curve of every model beside the confusion matrix of the best, both following the threshold. */
export function RocAndConfusion(props: Props) {
  const { preview, titleOf } = props
  const threshold = useThreshold(props)
  const best = bestOf(preview)
  const matrix = best?.confusion ?? null
  const classes = matrix?.classes ?? preview.classes
  const counts = threshold?.moved
    ? matrixAt(threshold.at, classes[0] === preview.positiveClass)
    : matrix?.counts
  const shown = threshold?.moved ? threshold.at.threshold : (preview.threshold ?? 0.5)
  return (
    <>
      <div className="kit-pair">
        <CurveChart
          title="ROC curve"
          xTitle="False positive rate"
          yTitle="Recall"
          diagonal
          series={curvesOf(preview, titleOf, 'roc')}
          summary={spoken('ROC curves', preview, titleOf)}
          handle={threshold && handleFor(threshold, preview, 'roc')}
        />
        {counts && (
          <ConfusionMatrix
            title={`Confusion · threshold ${formatMetric(shown).replace(/0$/, '')}`}
            classes={classes}
            counts={counts}
            rowsOf={best && !threshold?.moved ? cellRows(props, best) : undefined}
          />
        )}
      </div>
      {threshold && <ThresholdNote {...props} threshold={threshold} />}
    </>
  )
}

/** Both curves with the same handle, the one that the primary metric is about first, and the threshold in figures. */
export function CurvesTab(props: Props) {
  const { preview, titleOf } = props
  const threshold = useThreshold(props)
  const positives = threshold ? threshold.at.truePositive + threshold.at.falseNegative : 0
  const rows = threshold ? positives + threshold.at.falsePositive + threshold.at.trueNegative : 0
  const roc = (
    <CurveChart
      title="ROC curve"
      xTitle="False positive rate"
      yTitle="Recall"
      diagonal
      series={curvesOf(preview, titleOf, 'roc')}
      summary={spoken('ROC curves', preview, titleOf)}
      handle={threshold && handleFor(threshold, preview, 'roc')}
    />
  )
  return (
    <div className="kit-stack">
      {threshold && <Tiles tiles={tilesAt(threshold.at)} />}
      <div className="kit-pair-wide">
        {preview.primary !== 'averagePrecision' && roc}
        <CurveChart
          title="Precision–recall curve"
          xTitle="Recall"
          yTitle="Precision"
          corner="bottom-left"
          level={rows > 0 ? positives / rows : null}
          series={curvesOf(preview, titleOf, 'precisionRecall')}
          summary={spoken('Precision–recall curves', preview, titleOf)}
          handle={threshold && handleFor(threshold, preview, 'precisionRecall')}
        />
        {preview.primary === 'averagePrecision' && roc}
      </div>
      {threshold && <ThresholdNote {...props} threshold={threshold} />}
      <p className="kit-quiet">Dashed: what chance gives.</p>
    </div>
  )
}

function ThresholdNote({ threshold, preview, onParam, titleOf }: Props & { threshold: Movable }) {
  const { at, moved, model, move } = threshold
  const positive = preview.positiveClass ?? 'positive'
  if (!moved)
    return (
      <p className="kit-quiet">
        Drag the ring on the curve to try another threshold on {titleOf(model.node)}.
      </p>
    )
  const start = indexOfThreshold(model.counts?.thresholds ?? [], preview.threshold ?? 0.5)
  return (
    <p className="kit-quiet" aria-live="polite">
      From a score of {formatMetric(at.threshold)} a row counts as {positive}: precision{' '}
      {formatMetric(at.precision)}, recall {formatMetric(at.recall)}, F1 {formatMetric(at.f1)}.{' '}
      {onParam && (
        <Button
          size="compact-xs"
          onClick={() => onParam('threshold', Math.min(1, Math.max(0, Number(at.threshold.toFixed(4)))))}
        >
          Use this threshold
        </Button>
      )}{' '}
      <Button size="compact-xs" variant="subtle" onClick={() => move(start)}>
        Back
      </Button>
    </p>
  )
}

function tilesAt(at: AtThreshold) {
  return [
    { title: 'Threshold', value: formatMetric(at.threshold) },
    { title: 'Precision', value: formatMetric(at.precision) },
    { title: 'Recall', value: formatMetric(at.recall) },
    { title: 'F1', value: formatMetric(at.f1) },
    { title: 'Cost per row', value: formatMetric(at.cost) },
  ]
}

type CurveKind = 'roc' | 'precisionRecall'
const areas: Record<CurveKind, string> = { roc: 'rocAuc', precisionRecall: 'averagePrecision' }

function curvesOf(preview: Evaluated, titleOf: Props['titleOf'], kind: CurveKind): CurveSeries[] {
  return preview.models.map((model) => {
    const area = model.metrics.find((one) => one.metric === areas[kind])
    return {
      name: titleOf(model.node),
      x: model[kind]?.x ?? [],
      y: model[kind]?.y ?? [],
      figure: area && formatMetric(area.value),
    }
  })
}

function handleFor({ model, index, at, move }: Movable, preview: Evaluated, kind: CurveKind): Handle {
  const counts = model.counts!
  const points = counts.thresholds.map((_, position) => {
    const one = atThreshold(counts, position, null)
    return kind === 'roc' ? { x: one.falsePositiveRate, y: one.recall } : { x: one.recall, y: one.precision }
  })
  const text = `Threshold ${formatMetric(at.threshold)}, precision ${formatMetric(at.precision)}, recall ${formatMetric(at.recall)}`
  return {
    label: 'Decision threshold',
    points,
    index,
    onMove: move,
    text,
    colour: seriesColour(preview.models.indexOf(model)),
  }
}

function spoken(name: string, preview: Evaluated, titleOf: Props['titleOf']): string {
  const areasOf = preview.models.map(
    (model) =>
      `${titleOf(model.node)} ${formatMetric(model.metrics.find((one) => one.metric === 'rocAuc')?.value ?? NaN)}`,
  )
  return `${name} of ${preview.models.length} models; ROC AUC: ${areasOf.join(', ')}.`
}
