import { formatCount, formatInterval, formatMetric } from '@/base/format'
import { CurveChart } from '@/kit/charts/CurveChart'
import { Histogram } from '@/kit/charts/Histogram'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { defineView, type ViewProps } from '@/kit/view'
import type { CalibrationPreview } from './preview'

type Props = ViewProps<CalibrationPreview>

function Overview({ preview, titleOf }: Props) {
  const { models, className } = preview
  return (
    <div className="kit-stack">
      <CurveChart
        title={`Calibration · ${className}`}
        xTitle="Mean score"
        yTitle="Share of the class"
        diagonal
        corner="below"
        series={models.map((model) => ({
          name: titleOf(model.node),
          x: model.bins.map(({ predicted }) => predicted),
          y: model.bins.map(({ observed }) => observed),
          figure: `off by ${formatMetric(model.expectedError)}`,
        }))}
        summary={models
          .map(
            (model) =>
              `${titleOf(model.node)}: scores and shares differ by ${formatMetric(model.expectedError)} on average, at most by ${formatMetric(model.largestError)}.`,
          )
          .join(' ')}
      />
      {models.map((model) => (
        <Histogram
          key={model.node}
          title={`Scores of ${titleOf(model.node)}`}
          xTitle={`Score for ${className}`}
          {...model.scores}
          height={110}
        />
      ))}
      <p className="kit-quiet">
        On the dashed line a score of 0.8 means that eight in ten rows are of the class. Above it the model is
        too careful, below it too sure.
      </p>
    </div>
  )
}

/** Every bin with its interval: a bin with few rows says little. */
function BinsTab({ preview, titleOf }: Props) {
  return (
    <div className="kit-stack">
      {preview.models.map((model) => (
        <div key={model.node} className="kit-scroll">
          <SimpleTable
            caption={`${titleOf(model.node)} · Brier score ${formatMetric(model.brier)}`}
            columns={['Mean score', 'Share', '95 % interval', 'Rows']}
            numeric={[0, 1, 2, 3]}
            rows={model.bins.map(({ predicted, observed, low, high, rows }) => [
              formatMetric(predicted),
              formatMetric(observed),
              formatInterval(low, high),
              formatCount(rows),
            ])}
          />
        </div>
      ))}
    </div>
  )
}

export default defineView<CalibrationPreview>({ Overview, tabs: [{ title: 'Bins', Content: BinsTab }] })
