import { formatMetric, formatPlural } from '@/base/format'
import { Bars } from '@/kit/charts/Bars'
import { defineView, type ViewProps } from '@/kit/view'
import type { SearchPreview, TrialRow } from '@/ml/tune/preview'
import { metricInfo } from '@/values/metrics'
import { SearchOverview } from '../SearchOverview'
import { LiveTrials } from '../SearchTrials'

/** The best score of each learner, the best learner first. */
function Board({ preview }: ViewProps<SearchPreview>) {
  const { metric, direction, learners, trials } = preview
  const sign = direction === 'lower' ? -1 : 1
  const scores = learners.map(({ title }, index) => {
    const own = trials.filter(({ learner }: TrialRow) => learner === index)
    const known = own.flatMap(({ score }) => (score === null ? [] : sign * score))
    return { title, tried: own.length, score: known.length > 0 ? sign * Math.max(...known) : null }
  })
  const ranked = scores
    .flatMap((one) => (one.score === null ? [] : { ...one, score: one.score }))
    .sort((a, b) => sign * (b.score - a.score))
  const without = scores.filter(({ score, tried }) => score === null && tried > 0)
  return (
    <div className="kit-stack">
      <Bars
        title={`Best ${metricInfo(metric)?.title ?? metric} of each learner, ${direction} is better`}
        items={ranked.map(({ title, score, tried }) => ({
          name: title,
          note: formatPlural(tried, 'setting') + ' tried',
          value: score,
          text: formatMetric(score),
        }))}
      />
      {without.length > 0 && (
        <p className="kit-quiet">All trials failed of: {without.map(({ title }) => title).join(', ')}.</p>
      )}
    </div>
  )
}

export default defineView<SearchPreview>({
  Overview: (props) => (
    <div className="kit-stack">
      <Board {...props} />
      <SearchOverview {...props} />
    </div>
  ),
  Live: LiveTrials,
})
