import { Select } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatMetric, formatNumber, formatPlural } from '@/base/format'
import { Bars } from '@/kit/charts/Bars'
import { ScatterPlot } from '@/kit/charts/ScatterPlot'
import { defineView, type ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import type { ExplainPreview } from './preview'

type Props = ViewProps<ExplainPreview>

const down = 'var(--series-1)'
const up = 'var(--series-2)'

const ways: Record<ExplainPreview['method'], string> = {
  tree: 'Exact, by the questions of the trees (TreeSHAP), in the prepared columns that they ask about.',
  'all-coalitions': 'Exact for the rows compared with: every set of known columns was tried.',
  sampled: 'Estimated by drawn orders; the parts add up exactly.',
}

function answerOf({ className, addsUpTo }: ExplainPreview): string {
  if (addsUpTo === 'log-odds') return `the log-odds of ${className}`
  if (addsUpTo === 'score') return `the score of ${className}`
  if (addsUpTo === 'logarithm') return 'the logarithm of the answer'
  return className === null ? 'the answer' : `the probability of ${className}`
}

const scales: Record<NonNullable<ExplainPreview['addsUpTo']>, string> = {
  'log-odds':
    'The trees of a boosting add up to log-odds, the logarithm of p / (1 − p): 0 is a probability of one half, and each 0.69 doubles the odds.',
  score:
    'The trees of a boosting add up to a score for each class, from which the probabilities are made: each 0.69 more doubles the probability beside the other classes.',
  logarithm: 'The trees add up to the logarithm of the answer: each 0.69 doubles it.',
}

const wordFor = (direction: number | null): string =>
  direction === null || Math.abs(direction) < 0.1
    ? ''
    : direction > 0
      ? 'high values raise it'
      : 'high values lower it'

function Overview({ preview, result }: Props) {
  const items = preview.features.map(({ name, meanSize, direction }) => ({
    name,
    value: meanSize,
    text: figure(meanSize, preview),
    note: wordFor(direction),
  }))
  const hidden = preview.featureCount - items.length
  return (
    <div className="kit-stack">
      <Warnings result={result} />
      <Bars title={`How far each feature moves ${answerOf(preview)} on average`} items={items} />
      <p className="kit-quiet">
        Mean size over {formatPlural(preview.rows, 'row')}. {ways[preview.method]}
        {hidden > 0 && ` ${formatCount(hidden)} weaker features are not shown.`}
      </p>
      {preview.addsUpTo && <p className="kit-quiet">{scales[preview.addsUpTo]}</p>}
      <p className="kit-quiet">
        This explains the model, not the world: nothing here is a cause, and features that go together share
        what they know.
      </p>
    </div>
  )
}

function OneRow({ preview }: Props) {
  const [at, setAt] = useState(0)
  const { features, base } = preview
  const row = preview.shown[at] ?? preview.shown[0]
  const parts = row.parts.map((value, i) => ({
    name: `${features[i].name} = ${cellText(row.cells[i])}`,
    value,
  }))
  if (preview.featureCount > parts.length) parts.push({ name: 'All others', value: row.rest })
  const items = parts
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .map((one) => ({ ...one, text: signed(one.value, preview), colour: one.value < 0 ? down : up }))
  return (
    <div className="kit-stack" style={{ gap: 8 }}>
      <Select
        label="Row"
        data={preview.shown.map((one, i) => ({ value: String(i), label: `Row ${formatCount(one.row + 1)}` }))}
        value={String(at)}
        allowDeselect={false}
        searchable
        onChange={(value) => setAt(Number(value))}
      />
      <Bars
        title={`From the mean ${figure(base, preview)} to ${figure(row.answer, preview)}`}
        items={items}
      />
      <p className="kit-quiet">
        The parts add up to {answerOf(preview)}, {figure(row.answer, preview)}, less the mean{' '}
        {figure(base, preview)}.
      </p>
    </div>
  )
}

function ByValue({ preview }: Props) {
  const [at, setAt] = useState(0)
  const points = preview.shown.flatMap(({ cells, parts }) => {
    const x = cells[at]
    return typeof x === 'number' ? [{ x, y: parts[at] }] : []
  })
  const { name } = preview.features[at]
  return (
    <div className="kit-stack" style={{ gap: 8 }}>
      <Select
        label="Feature"
        data={preview.features.map((one, i) => ({ value: String(i), label: one.name }))}
        value={String(at)}
        allowDeselect={false}
        onChange={(value) => setAt(Number(value))}
      />
      {points.length > 0 ? (
        <ScatterPlot title={`What ${name} adds`} xTitle={name} yTitle="Part" points={points} guide="zero" />
      ) : (
        <p className="kit-quiet">“{name}” holds words, so there is no scale to show it on.</p>
      )}
    </div>
  )
}

const cellText = (cell: number | string | null): string =>
  cell === null ? 'missing' : typeof cell === 'number' ? formatNumber(cell) : cell

/** Parts of a probability are written as one; those of a number in its unit. */
const figure = (value: number, { className, addsUpTo }: ExplainPreview): string =>
  className === null || addsUpTo ? formatNumber(value) : formatMetric(value)

const signed = (value: number, preview: ExplainPreview): string =>
  `${value > 0 ? '+' : ''}${figure(value, preview)}`

const hasFeatures = ({ features }: ExplainPreview) => features.length > 0

export default defineView<ExplainPreview>({
  Overview,
  tabs: [
    { title: 'One row', shows: hasFeatures, Content: OneRow },
    { title: 'By value', shows: hasFeatures, Content: ByValue },
  ],
})
