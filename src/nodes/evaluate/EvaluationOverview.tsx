import { formatCount, formatMetric } from '@/base/format'
import { ConfusionMatrix } from '@/kit/charts/ConfusionMatrix'
import { MetricTiles } from '@/kit/charts/MetricTiles'
import { ModelTable } from '@/kit/charts/ModelTable'
import { ScatterPlot } from '@/kit/charts/ScatterPlot'
import type { ViewProps } from '@/kit/view'
import { metricInfo } from '@/values/metrics'
import { RocAndConfusion } from './BinaryCurves'
import { UnscoredNotices } from './UnscoredNotice'
import { cellRows } from './pickRows'
import { bestOf, leadingMetrics, type Evaluated } from './shared'

type Props = ViewProps<Evaluated>

/** The best model's figures, the picture that fits the task, and all models side by side. */
export function EvaluationOverview(props: Props) {
  const { preview, titleOf } = props
  const best = bestOf(preview)
  const leading = leadingMetrics(preview, 3)
  // A scatter is tall and shows one model: the others would lie out of sight below it.
  const tableFirst = preview.task === 'regression' && preview.models.length > 1
  const tiles = leading.flatMap((id) => best?.metrics.find((one) => one.metric === id) ?? [])
  return (
    <div className="kit-stack">
      <MetricTiles metrics={tiles} />
      <UnscoredNotices models={preview.models} titleOf={titleOf} />
      {!tableFirst && <TaskPicture {...props} />}
      <ModelTable
        models={preview.models.map((model) => ({
          node: model.node,
          title: titleOf(model.node),
          metrics: model.metrics,
        }))}
        metrics={leadingMetrics(preview, 4)}
        best={preview.best}
      />
      {tableFirst && <TaskPicture {...props} />}
      <p className="kit-quiet">{sourceText(props)}</p>
    </div>
  )
}

function TaskPicture(props: Props) {
  const { preview, titleOf } = props
  const best = bestOf(preview)
  if (!best) return null
  if (preview.task === 'binary') return <RocAndConfusion {...props} />
  if (preview.task === 'regression') {
    const rows = best.drawn?.rows ?? []
    const points = best.points.map((point, i) => ({ x: point.truth, y: point.predicted, row: rows[i] }))
    return (
      <ScatterPlot
        title={`Predicted against true ${preview.target} · ${titleOf(best.node)}`}
        xTitle="True"
        yTitle="Predicted"
        points={points}
        origin={best.drawn?.origin}
        guide="diagonal"
      />
    )
  }
  if (!best.confusion) return null
  return (
    <ConfusionMatrix
      title={`Confusion · ${titleOf(best.node)}`}
      {...best.confusion}
      rowsOf={cellRows(props, best)}
    />
  )
}

function sourceText({ preview, titleOf }: Props): string {
  const baseline =
    preview.baseline === null
      ? ''
      : ` Without a model: ${metricInfo(preview.primary)?.title ?? preview.primary} ${formatMetric(preview.baseline)}.`
  return `Figures of ${titleOf(preview.best)} on ${formatCount(preview.rows)} rows that it has not seen; below the large ones their 95 % intervals.${baseline}`
}
