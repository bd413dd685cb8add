import { formatCount } from '@/base/format'
import { defineView, type ViewProps } from '@/kit/view'
import { MostUnusual, UnusualOverview } from '../UnusualViews'
import type { OneClassPreview } from './run'

function Overview({ preview, result }: ViewProps<OneClassPreview>) {
  return (
    <UnusualOverview
      {...{ preview, result }}
      tiles={[{ title: 'Support vectors', value: formatCount(preview.supports) }]}
      meaning="Rows with a score above 0 lie outside the border."
    />
  )
}

export default defineView<OneClassPreview>({
  Overview,
  tabs: [{ title: 'Most unusual', shows: ({ top }) => top.rows.length > 0, Content: MostUnusual }],
})
