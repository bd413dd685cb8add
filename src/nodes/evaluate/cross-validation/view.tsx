import { formatCount, formatMetric } from '@/base/format'
import { FoldDots } from '@/kit/charts/FoldDots'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { defineView, type ViewProps } from '@/kit/view'
import { metricInfo } from '@/values/metrics'
import { CurvesTab } from '../BinaryCurves'
import { EvaluationOverview } from '../EvaluationOverview'
import { ErrorsTab } from '../EvaluationTabs'
import { MetricsTab } from '../MetricsTab'
import { verdictBadge } from '../shared'
import type { CrossValidationPreview } from './preview'

type Props = ViewProps<CrossValidationPreview>

const nameOf = (metric: string): string => metricInfo(metric)?.title ?? metric

function Overview(props: Props) {
  return (
    <div className="kit-stack">
      <PrimaryFolds {...props} />
      <EvaluationOverview {...props} />
    </div>
  )
}

function PrimaryFolds({ preview, titleOf }: Props) {
  const rows = preview.models.flatMap((model) => {
    const spread = model.spread.find((one) => one.metric === preview.primary)
    return spread ? [{ ...spread, name: titleOf(model.node) }] : []
  })
  if (rows.length === 0) return null
  return (
    <FoldDots
      metric={preview.primary}
      title={`${nameOf(preview.primary)} in ${divisionText(preview)}`}
      rows={rows}
    />
  )
}

/** “5 stratified folds, repeated 3 times”. */
function divisionText({ scheme = 'folds', folds, repeats, dealing, splits }: CrossValidationPreview): string {
  if (scheme === 'forward') return `${folds} blocks, forward in time`
  if (scheme === 'random') return `${splits.length} ${dealing} draws`
  return `${folds} ${dealing} folds${repeats > 1 ? `, repeated ${repeats} times` : ''}`
}

const mostSplits = 200

/** Mean and deviation of every metric, and how large the folds were. */
function FoldsTab({ preview, titleOf }: Props) {
  const spreads = preview.models.flatMap((model) =>
    model.spread.map((one) => [
      nameOf(one.metric),
      titleOf(model.node),
      formatMetric(one.mean),
      one.deviation === null ? null : `± ${formatMetric(one.deviation)}`,
    ]),
  )
  const splits = preview.splits
    .slice(0, mostSplits)
    .map((one) => [
      preview.splits.at(-1)!.repeat > 1 ? `${one.repeat}.${one.fold}` : String(one.fold),
      formatCount(one.trained),
      formatCount(one.tested),
    ])
  return (
    <div className="kit-stack">
      {spreads.length > 0 && (
        <div className="kit-scroll">
          <SimpleTable
            caption="Mean over the folds, and how much it varies"
            columns={['Metric', 'Model', 'Mean', 'Deviation']}
            rows={spreads}
            numeric={[2, 3]}
          />
        </div>
      )}
      <SimpleTable
        caption="Rows of each fold"
        columns={['Fold', 'Trained on', 'Tested on']}
        rows={splits}
        numeric={[1, 2]}
      />
      {preview.splits.length > mostSplits && (
        <p className="kit-quiet">
          {formatCount(preview.splits.length - mostSplits)} further folds are not listed.
        </p>
      )}
      {preview.keptForTest > 0 && (
        <p className="kit-quiet">
          {formatCount(preview.keptForTest)} test rows of the split stayed untouched.
        </p>
      )}
    </div>
  )
}

export default defineView<CrossValidationPreview>({
  Overview,
  badge: verdictBadge,
  tabs: [
    { title: 'Folds', Content: FoldsTab },
    { title: 'Curves', shows: (preview) => preview.task === 'binary', Content: CurvesTab },
    { title: 'Errors', Content: ErrorsTab },
    { title: 'Metrics', Content: MetricsTab },
  ],
})
