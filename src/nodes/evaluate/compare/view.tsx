import { useState } from 'react'
import { formatCount, formatPlural } from '@/base/format'
import { FoldDots } from '@/kit/charts/FoldDots'
import { defineView, type ViewProps } from '@/kit/view'
import { metricInfo } from '@/values/metrics'
import { PairDetails } from './PairDetails'
import { PairMatrix } from './PairMatrix'
import type { ComparePreview } from './preview'

type Props = ViewProps<ComparePreview>

/** The folds of all learners side by side, the verdict on each pair, and the tests of the pair that is chosen. */
function Overview({ preview, titleOf }: Props) {
  const [chosen, setChosen] = useState(0)
  const { models, pairs, metric, folds, repeats, dealing } = preview
  const names = models.map(({ node }) => titleOf(node))
  const title = metricInfo(metric)?.title ?? metric
  const rows = models.flatMap(({ spread }, i) => (spread ? [{ ...spread, name: names[i] }] : []))
  const pair = pairs[Math.min(chosen, pairs.length - 1)]
  const repeated = repeats > 1 ? `, repeated ${repeats} times` : ''
  return (
    <div className="kit-stack">
      {rows.length > 0 && (
        <FoldDots metric={metric} title={`${title} in ${folds} ${dealing} folds${repeated}`} rows={rows} />
      )}
      {pair === undefined ? (
        <p className="kit-quiet">Wire another learner to compare this one with.</p>
      ) : (
        <>
          {pairs.length > 1 && <PairMatrix {...{ names, pairs, chosen, onChoose: setChosen }} />}
          <PairDetails pair={pair} names={[names[pair.first], names[pair.second]]} preview={preview} />
        </>
      )}
      <p className="kit-quiet">
        {formatPlural(preview.rows, 'row')} took part
        {preview.keptForTest > 0 && `; ${formatCount(preview.keptForTest)} test rows stayed untouched`}.
      </p>
    </div>
  )
}

export default defineView<ComparePreview>({ Overview })
