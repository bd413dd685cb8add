import { formatCount, formatMetric } from '@/base/format'
import { Tiles } from '@/kit/charts/MetricTiles'
import { defineView, type ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import { metricInfo } from '@/values/metrics'
import { ChanceHistogram } from './ChanceHistogram'
import type { PermutationTestPreview } from './preview'
import { formatP, isFound, leastP, verdictOf } from './words'

type Props = ViewProps<PermutationTestPreview>

function Overview({ preview, result, titleOf }: Props) {
  const { metric, score, shuffled, pValue } = preview
  const title = metricInfo(metric)?.title ?? metric
  const mean = shuffled.reduce((sum, value) => sum + value, 0) / shuffled.length
  return (
    <div className="kit-stack">
      <Tiles
        tiles={[
          { title: `${title} of ${titleOf(preview.learner)}`, value: formatMetric(score) },
          { title: 'With a shuffled target', value: formatMetric(mean), note: 'on average' },
          {
            title: 'p-value',
            value: formatP(pValue),
            note: `at least ${formatP(leastP(preview))} with ${formatCount(shuffled.length)} shuffles`,
          },
        ]}
      />
      <p style={{ margin: 0 }}>{verdictOf(preview)}</p>
      <Warnings result={result} />
      <ChanceHistogram title={title} score={score} shuffled={shuffled} />
      <p className="kit-quiet">{basis(preview)}</p>
    </div>
  )
}

function basis({ scheme, folds, dealing, rows, target, within, direction }: PermutationTestPreview): string {
  const ways = {
    folds: `${folds} ${dealing} folds`,
    forward: `${folds} blocks of time, each predicted from what came before it,`,
    random: `${folds} draws of test rows`,
    'leave-one-out': `${folds} single rows`,
    training: 'the training rows',
  }
  const among = within === null ? 'among all these rows' : `within each group of “${within}”`
  return `Means over ${ways[scheme]} of ${formatCount(rows)} rows; ${direction} is better. The values of “${target}” were shuffled ${among}, and everything was learned anew each time.`
}

export default defineView<PermutationTestPreview>({
  Overview,
  badge: (preview) =>
    isFound(preview) ? { text: 'BETTER THAN CHANCE', tone: 'good' } : { text: 'LIKE CHANCE', tone: 'warn' },
})
