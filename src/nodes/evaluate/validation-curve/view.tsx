import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatMetric } from '@/base/format'
import { log } from '@/base/math'
import { Tiles } from '@/kit/charts/MetricTiles'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { defineView, type ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import { metricInfo } from '@/values/metrics'
import { ScoreCurve } from '../ScoreCurve'
import type { ValidationCurvePreview } from './preview'

type Props = ViewProps<ValidationCurvePreview>

const titleOfMetric = (metric: string): string => metricInfo(metric)?.title ?? metric

function Overview(props: Props) {
  const { preview, result, titleOf } = props
  const { axis, points, best } = preview
  return (
    <div className="kit-stack">
      <Tiles tiles={tilesOf(preview)} />
      <Apply {...props} />
      <Warnings result={result} />
      <ScoreCurve
        title={`${titleOfMetric(preview.metric)} of ${titleOf(preview.learner)}`}
        xTitle={axis.kind === 'number' && axis.log ? `${axis.title} (even factors)` : axis.title}
        points={points}
        x={placesOf(preview)}
        mark={{ point: best, text: `Best: ${points[best].label}` }}
      />
      <p className="kit-quiet">{basis(preview)}</p>
    </div>
  )
}

/** Even factors are even steps on the axis; choices stand side by side. */
function placesOf({ axis, values }: ValidationCurvePreview): number[] {
  if (axis.kind !== 'number') return values.map((_, index) => index)
  return values.map((value) => (axis.log ? log(Number(value)) : Number(value)))
}

function tilesOf({ axis, points, best, metric }: ValidationCurvePreview) {
  const { label, testMean, testDeviation, trainMean } = points[best]
  const spread = testDeviation === null ? undefined : `± ${formatMetric(testDeviation)} between folds`
  return [
    { title: `Best ${axis.title.toLowerCase()}`, value: label },
    { title: `${titleOfMetric(metric)} on test rows`, value: formatMetric(testMean ?? NaN), note: spread },
    { title: 'On training rows', value: formatMetric(trainMean ?? NaN) },
  ]
}

/** Gives the best value to the learner on the canvas. */
function Apply({ preview, onApply, titleOf }: Props) {
  const { axis, values, best, current, learner, learnerType, points } = preview
  const [applied, setApplied] = useState(false)
  if (current === best) return <p className="kit-quiet">“{titleOf(learner)}” has the best of these values.</p>
  if (!onApply) return null
  return (
    <p style={{ margin: 0 }}>
      <Button
        size="compact-xs"
        disabled={applied}
        onClick={() => {
          onApply(learner, learnerType, { [axis.param]: values[best] })
          setApplied(true)
        }}
      >
        {applied
          ? `Set in “${titleOf(learner)}”`
          : `Use ${axis.title.toLowerCase()} ${points[best].label} in “${titleOf(learner)}”`}
      </Button>
    </p>
  )
}

function basis({ folds, dealing, rows, scheme, metric }: ValidationCurvePreview): string {
  const direction = metricInfo(metric)?.direction ?? 'higher'
  const ways = {
    folds: `${folds} ${dealing} folds`,
    forward: `${folds} blocks of time, each predicted from what came before it,`,
    random: `${folds} draws of test rows`,
    'leave-one-out': `${folds} single rows`,
    training: 'the training rows',
  }
  return `Means over ${ways[scheme]} of ${formatCount(rows)} rows, the same for all values; ${direction} is better. The bands are one standard deviation.`
}

function Values({ preview: { axis, points, best } }: Props) {
  const written = (mean: number | null, deviation: number | null) =>
    mean === null ? null : `${formatMetric(mean)} ± ${formatMetric(deviation ?? NaN)}`
  const rows = points.map((point, index) => [
    point.label,
    written(point.testMean, point.testDeviation),
    written(point.trainMean, point.trainDeviation),
    index === best ? 'best' : (point.error ?? ''),
  ])
  return (
    <div className="kit-stack">
      <div className="kit-scroll">
        <SimpleTable
          columns={[axis.title, 'Test rows', 'Training rows', 'Remark']}
          rows={rows}
          numeric={[1, 2]}
        />
      </div>
      <p className="kit-quiet">Mean and one standard deviation over the folds.</p>
    </div>
  )
}

export default defineView<ValidationCurvePreview>({ Overview, tabs: [{ title: 'Values', Content: Values }] })
