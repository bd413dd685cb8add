import { formatCount, formatNumber } from '@/base/format'
import type { Tile } from '@/kit/charts/MetricTiles'
import { defineView, type ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import { CoefficientPicture, CoefficientTable } from '../CoefficientBars'
import { TrainedTiles } from '../TrainedTiles'
import type { LinearPreview } from './preview'

function Overview({ preview, result }: ViewProps<LinearPreview>) {
  const intercept = { title: 'Intercept', value: formatNumber(preview.intercepts[0]) }
  return (
    <div className="kit-stack">
      <TrainedTiles preview={preview} own={[intercept, ...searchTiles(preview)]} />
      <Warnings result={result} />
      <CoefficientPicture preview={preview} of={`a higher ${preview.target}`} />
    </div>
  )
}

function searchTiles({ search, used, coefficientCount, trainingRows }: LinearPreview): Tile[] {
  if (!search) return []
  const note = search.converged ? 'settled' : 'not settled'
  if (search.kind === 'robust')
    return [
      {
        title: 'Outliers',
        value: formatCount(search.outliers),
        note: `of ${formatCount(trainingRows)} rows pull less`,
      },
      { title: 'Usual error', value: formatNumber(search.scale), note: 'scale of the rest' },
    ]
  return [
    {
      title: 'Weights not 0',
      value: formatCount(used ?? coefficientCount),
      note: `of ${formatCount(coefficientCount)}`,
    },
    { title: 'Rounds', value: formatCount(search.iterations), note },
    { title: 'Duality gap', value: formatNumber(search.gap), note: 'at most this far from the best' },
  ]
}

const Weights = ({ preview }: ViewProps<LinearPreview>) => <CoefficientTable preview={preview} />

export default defineView<LinearPreview>({ Overview, tabs: [{ title: 'Weights', Content: Weights }] })
