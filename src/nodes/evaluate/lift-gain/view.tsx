import { formatCount, formatMetric, formatPercent } from '@/base/format'
import { CurveChart } from '@/kit/charts/CurveChart'
import { LinesChart } from '@/kit/charts/LinesChart'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { defineView, type ViewProps } from '@/kit/view'
import type { LiftPreview } from './preview'

type Props = ViewProps<LiftPreview>

function Overview({ preview, titleOf }: Props) {
  const { models, className } = preview
  return (
    <div className="kit-stack">
      <CurveChart
        title={`Gain · ${className}`}
        xTitle="Share of the rows"
        yTitle="Share found"
        diagonal
        series={models.map((model) => ({ name: titleOf(model.node), x: model.share, y: model.gain }))}
        summary={models
          .map(
            (model) =>
              `${titleOf(model.node)}: the first tenth of the rows holds ${formatPercent(model.tenths[0].gain)} of the class.`,
          )
          .join(' ')}
      />
      <LinesChart
        title="Lift: times better than chance"
        tellsLast={false}
        xTitle="Rows looked at, %"
        x={models[0].tenths.map(({ share }) => Math.round(share * 100))}
        series={models.map((model) => ({
          name: titleOf(model.node),
          values: model.tenths.map(({ lift }) => lift),
        }))}
      />
      <p className="kit-quiet">
        {formatCount(models[0].positives)} of {formatCount(models[0].rows)} test rows are {className}. Dashed:
        what chance finds.
      </p>
    </div>
  )
}

function TenthsTab({ preview, titleOf }: Props) {
  return (
    <div className="kit-stack">
      {preview.models.map((model) => (
        <SimpleTable
          key={model.node}
          caption={`${titleOf(model.node)} · largest separation (Kolmogorov–Smirnov) ${formatMetric(model.separation)}`}
          columns={['Rows', 'Found', 'Lift']}
          numeric={[0, 1, 2]}
          rows={model.tenths.map(({ share, gain, lift }) => [
            formatPercent(share),
            formatPercent(gain),
            formatMetric(lift),
          ])}
        />
      ))}
    </div>
  )
}

export default defineView<LiftPreview>({ Overview, tabs: [{ title: 'Tenths', Content: TenthsTab }] })
