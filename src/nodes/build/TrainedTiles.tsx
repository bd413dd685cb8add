import { formatCount } from '@/base/format'
import { Tiles, type Tile } from '@/kit/charts/MetricTiles'
import type { BuildPreview } from './learnerRun'

/** What every trained model tells: rows and features that it learned from, then what is its own. */
export function TrainedTiles({ preview, own }: { preview: BuildPreview; own: Tile[] }) {
  const shared = [
    { title: 'Training rows', value: formatCount(preview.trainingRows) },
    { title: 'Features', value: formatCount(preview.features) },
  ]
  return <Tiles tiles={[...shared, ...own]} />
}
