import { SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { formatPlural } from '@/base/format'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { defineView, type ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import { formatMetric } from '@/base/format'
import { DependenceChart } from './DependenceChart'
import { PairMap } from './PairMap'
import type { DependencePreview } from './preview'

type Props = ViewProps<DependencePreview>

const answerOf = ({ className, target }: DependencePreview): string =>
  className === null ? `Predicted ${target}` : `Probability of ${className}`

function Overview(props: Props) {
  const { preview, result } = props
  const [isCentred, setCentred] = useState(false)
  const isPair = preview.axes.length > 1
  return (
    <div className="kit-stack">
      <Choices {...props} />
      <Warnings result={result} />
      {isPair ? (
        <PairMap title={answerOf(preview)} preview={preview} />
      ) : (
        <>
          <SegmentedControl
            size="xs"
            style={{ alignSelf: 'flex-start' }}
            aria-label="What the lines show"
            value={isCentred ? 'centred' : 'answers'}
            onChange={(value) => setCentred(value === 'centred')}
            data={[
              { value: 'answers', label: 'Answers' },
              { value: 'centred', label: 'Change from the first value' },
            ]}
          />
          <DependenceChart title={answerOf(preview)} preview={preview} isCentred={isCentred} />
        </>
      )}
      <p className="kit-quiet">{basis(preview)}</p>
      <p className="kit-quiet">
        This is what the model does, not what causes the target. Where columns go together, it is asked about
        rows that do not exist.
      </p>
    </div>
  )
}

/** What else the model can be asked; the step runs anew. */
function Choices({ preview, params, onParam }: Props) {
  if (!onParam) return null
  const { columns, classes, axes, className } = preview
  const second = axes[1]?.name ?? ''
  const named = (names: string[]) => names.map((name) => ({ value: name, label: name || '(no name)' }))
  const choice = (label: string, value: string, data: { value: string; label: string }[], param: string) => (
    <Select
      label={label}
      size="xs"
      w={190}
      data={data}
      value={params[param] === '' || params[param] === undefined ? value : String(params[param])}
      searchable
      allowDeselect={false}
      onChange={(chosen) => chosen !== null && onParam(param, chosen)}
    />
  )
  return (
    <div className="kit-row">
      {choice('Column', axes[0].name, named(columns), 'column')}
      {choice(
        'Together with',
        second,
        [
          { value: '', label: 'no other' },
          ...named(columns.filter((name) => name !== '' && name !== axes[0].name)),
        ],
        'second',
      )}
      {classes.length > 2 && choice('Class', className ?? classes[0], named(classes), 'class')}
    </div>
  )
}

function basis({ rows, isTest, curves, axes, failed }: DependencePreview): string {
  const among = `${formatPlural(rows, isTest ? 'test row' : 'row')}`
  const lines = curves.length > 0 ? ` The thin lines are ${curves.length} of these rows.` : ''
  const grid = axes.some(({ kind }) => kind === 'category')
    ? ''
    : ' The values are quantiles of the rows, from 5 % to 95 %.'
  const lost = failed > 0 ? ` ${formatPlural(failed, 'row')} could not be scored.` : ''
  return `Mean answer over ${among}, each set to every value.${lines}${grid}${lost}`
}

function Values({ preview }: Props) {
  const { axes, mean } = preview
  const [first, second] = axes
  const rows = mean.map((value, at) =>
    second
      ? [
          first.labels[Math.floor(at / second.values.length)],
          second.labels[at % second.values.length],
          formatMetric(value),
        ]
      : [first.labels[at], formatMetric(value)],
  )
  return (
    <div className="kit-scroll">
      <SimpleTable
        columns={[...axes.map(({ name }) => name), `Mean: ${answerOf(preview)}`]}
        rows={rows}
        numeric={[axes.length]}
      />
    </div>
  )
}

export default defineView<DependencePreview>({ Overview, tabs: [{ title: 'Values', Content: Values }] })
