import { formatCount, formatMetric, formatPercent } from '@/base/format'
import { Bars } from '@/kit/charts/Bars'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { defineView, type ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import { TrainedTiles } from '../TrainedTiles'
import type { EnsemblePreview } from './preview'

type Props = ViewProps<EnsemblePreview>

const ways: Record<EnsemblePreview['method'], string> = {
  voting: 'Voting',
  stacking: 'Stacking',
  bagging: 'Bagging',
}

function Overview(props: Props) {
  const { preview, result } = props
  const models = preview.members.reduce((sum, { models }) => sum + models, 0)
  return (
    <div className="kit-stack">
      <TrainedTiles
        preview={preview}
        own={[{ title: 'Models', value: formatCount(models), note: ways[preview.method] }]}
      />
      <Warnings result={result} />
      {preview.last ? <Weighing {...props} last={preview.last} /> : <Votes {...props} />}
    </div>
  )
}

function Votes({ preview, titleOf }: Props) {
  const items = preview.members.map(({ node, models, share }) => ({
    name: titleOf(node),
    value: share,
    text: models > 1 ? `${formatPercent(share, 0)} · ${formatCount(models)} models` : formatPercent(share, 0),
  }))
  return (
    <>
      <Bars title="What each learner counts" items={items} />
      <p className="kit-quiet">{joining(preview)}</p>
    </>
  )
}

function joining({ task, hard }: EnsemblePreview): string {
  if (task === 'regression') return 'The answer is the mean of what the models say.'
  if (hard) return 'Each model votes for one class; the probability of a class is its share of the votes.'
  return 'The probability of a class is the mean of what the models give it.'
}

function Weighing({ preview, titleOf, last }: Props & { last: NonNullable<EnsemblePreview['last']> }) {
  const rows = last.terms.map(({ member, score, weights }) => [
    titleOf(preview.members[member].node),
    score,
    ...weights.map(formatMetric),
  ])
  const single = last.outputs.length === 1
  return (
    <>
      <div className="kit-scroll">
        <SimpleTable
          caption="How the last model weighs what the members say"
          columns={['Member', 'What it says', ...(single ? ['Weight'] : last.outputs)]}
          rows={[...rows, ['Constant', '', ...last.intercepts.map(formatMetric)]]}
          numeric={last.intercepts.map((_, i) => i + 2)}
        />
      </div>
      <p className="kit-quiet">
        {preview.task === 'regression'
          ? 'The answer is the sum of weight × what the member says. '
          : 'Weights are in log-odds for each probability of 1. '}
        They were learned from rows that the members had not seen; members that say nearly the same share
        their weight by chance.
      </p>
    </>
  )
}

export default defineView<EnsemblePreview>({ Overview })
