import { formatCount, formatNumber, formatPercent } from '@/base/format'
import { LinesChart } from '@/kit/charts/LinesChart'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { defineView, type ViewProps } from '@/kit/view'
import { ClusterOverview, ClusterProfiles, ClusterScatter } from '../ClusterViews'
import type { MixturePreview } from './run'

function Overview(props: ViewProps<MixturePreview>) {
  const { bic, aic, unsure, summary, components, names } = props.preview
  const rows = summary.sizes.reduce((sum, size) => sum + size, 0)
  return (
    <div className="kit-stack">
      <ClusterOverview
        {...props}
        tiles={[
          {
            title: 'BIC',
            value: formatNumber(bic),
            note: 'lower is better',
            explain:
              'Bayesian information criterion: how unlikely the training rows are, plus a price for each parameter that grows with the rows.',
          },
          {
            title: 'AIC',
            value: formatNumber(aic),
            note: 'lower is better',
            explain: 'Akaike information criterion: the same with a lower price for each parameter.',
          },
          {
            title: 'Unsure rows',
            value: formatCount(unsure),
            note: rows > 0 ? `${formatPercent(unsure / rows)} of the rows` : undefined,
            explain: 'Rows whose likeliest component has a probability below 0.9.',
          },
        ]}
      />
      <div className="kit-scroll">
        <SimpleTable
          caption="Components"
          columns={['Component', 'Weight', 'Rows for which it is likeliest']}
          rows={components.map(({ share, rows: own }, i) => [
            names[i],
            formatPercent(share),
            formatCount(own),
          ])}
          numeric={[1, 2]}
        />
      </div>
    </div>
  )
}

function Criteria({ preview }: ViewProps<MixturePreview>) {
  const { criteria, components } = preview
  if (!criteria) return null
  const { counts, bic, aic, rows } = criteria
  const best = counts[bic.indexOf(Math.min(...bic))]
  return (
    <div className="kit-stack">
      <LinesChart
        title="Information criteria over the number of components"
        xTitle="Components"
        x={counts}
        series={[
          { name: 'BIC', values: bic },
          { name: 'AIC', values: aic },
        ]}
        mark={counts.includes(components.length) ? { x: components.length, text: 'chosen' } : null}
      />
      <p className="kit-quiet">
        Lower is better: BIC is least for {formatCount(best)} {best === 1 ? 'component' : 'components'}.
        Measured on {formatCount(rows)} rows, one start each.
      </p>
    </div>
  )
}

export default defineView<MixturePreview>({
  Overview,
  tabs: [
    { title: 'BIC and AIC', shows: ({ criteria }) => criteria !== null, Content: Criteria },
    { title: 'Profiles', shows: ({ summary }) => summary.profiles.length > 0, Content: ClusterProfiles },
    { title: 'Scatter', shows: ({ summary }) => summary.scatter.axes.length > 1, Content: ClusterScatter },
  ],
})
