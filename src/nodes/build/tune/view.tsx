import { formatMetric } from '@/base/format'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { defineView, type ViewProps } from '@/kit/view'
import type { SearchPreview } from '@/ml/tune/preview'
import { SearchOverview } from '../SearchOverview'
import { LiveTrials } from '../SearchTrials'

/** What the search promised in each outer fold, and what came of it there. */
function NestedTab({ preview }: ViewProps<SearchPreview>) {
  const { nested } = preview
  if (!nested) return null
  return (
    <div className="kit-stack">
      <div className="kit-scroll">
        <SimpleTable
          caption="The whole search, repeated without the rows of each outer fold"
          columns={['Outer fold', 'Best of the search', 'On rows it never saw']}
          rows={nested.folds.map(({ promised, found }, index) => [
            String(index + 1),
            formatMetric(promised),
            formatMetric(found),
          ])}
          numeric={[1, 2]}
        />
      </div>
      {nested.failed > 0 && <p className="kit-quiet">{nested.failed} outer folds gave no figure.</p>}
      <p className="kit-quiet">
        The best of many trials owes a part of its score to luck, so it promises too much. The figure on
        unseen rows is the honest one for this way of choosing; with few outer folds it varies much.
      </p>
    </div>
  )
}

export default defineView<SearchPreview>({
  Overview: SearchOverview,
  Live: LiveTrials,
  tabs: [{ title: 'Nested', shows: ({ nested }) => nested !== null, Content: NestedTab }],
})
