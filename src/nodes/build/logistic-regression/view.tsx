import { formatCount } from '@/base/format'
import { LinesChart } from '@/kit/charts/LinesChart'
import { defineView, type ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import { CoefficientPicture, CoefficientTable } from '../CoefficientBars'
import { TrainedTiles } from '../TrainedTiles'
import type { LogisticPreview } from './preview'

type Props = ViewProps<LogisticPreview>

function Overview({ preview, result }: Props) {
  const iterations = {
    title: 'Iterations',
    value: formatCount(preview.iterations),
    note: preview.converged ? 'settled' : 'not settled',
  }
  return (
    <div className="kit-stack">
      <TrainedTiles preview={preview} own={[iterations, ...usedTile(preview)]} />
      <Warnings result={result} />
      <CoefficientPicture preview={preview} of={preview.outputs.length === 1 ? preview.outputs[0] : ''} />
    </div>
  )
}

/** Only where a penalty has left features out. */
function usedTile({ used, coefficientCount }: LogisticPreview) {
  if (used === undefined || used === coefficientCount) return []
  const note = `of ${formatCount(coefficientCount)}`
  return [{ title: 'Features with a weight', value: formatCount(used), note }]
}

const Weights = ({ preview }: Props) => <CoefficientTable preview={preview} />

const Search = ({ preview }: Props) => (
  <LinesChart
    title="Loss with penalty during the search"
    xTitle="Iteration"
    x={preview.curve.step}
    series={[{ name: 'Loss', values: preview.curve.loss }]}
  />
)

export default defineView<LogisticPreview>({
  Overview,
  tabs: [
    { title: 'Weights', Content: Weights },
    { title: 'Search', Content: Search },
  ],
})
