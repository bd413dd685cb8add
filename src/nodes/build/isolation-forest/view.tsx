import { formatCount, formatNumber } from '@/base/format'
import { defineView, type ViewProps } from '@/kit/view'
import { MostUnusual, UnusualOverview } from '../UnusualViews'
import type { IsolationPreview } from './run'

function Overview({ preview, result }: ViewProps<IsolationPreview>) {
  const { trees, sample, limit } = preview
  return (
    <UnusualOverview
      {...{ preview, result }}
      tiles={[{ title: 'Trees', value: formatCount(trees), note: `of ${formatCount(sample)} rows each` }]}
      meaning={`Scores lie between 0 and 1; rows above ${formatNumber(limit)} are called unusual.`}
    />
  )
}

export default defineView<IsolationPreview>({
  Overview,
  tabs: [{ title: 'Most unusual', shows: ({ top }) => top.rows.length > 0, Content: MostUnusual }],
})
