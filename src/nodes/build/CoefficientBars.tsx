import { Select } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatNumber } from '@/base/format'
import { Bars } from '@/kit/charts/Bars'
import { SimpleTable, type CellContent } from '@/kit/tables/SimpleTable'
import { CoefficientIntervals } from './CoefficientIntervals'
import type { Coefficient, CoefficientPreview } from './coefficients'

const shownBars = 15

/** The pull of each feature per standard deviation, with its interval where it has one; with several classes, of a chosen one. */
export function CoefficientPicture({ preview, of }: { preview: CoefficientPreview; of: string }) {
  const [output, setOutput] = useState(0)
  const { coefficients, outputs, intervalNote } = preview
  const sorted = coefficients.toSorted(
    (a, b) => Math.abs(b.standardised[output]) - Math.abs(a.standardised[output]),
  )
  const shown = sorted.slice(0, shownBars)
  const hidden = preview.coefficientCount - shown.length
  const title = `Pull of each feature towards ${of || outputs[output]}`
  return (
    <div className="kit-stack" style={{ gap: 8 }}>
      {outputs.length > 1 && (
        <Select
          label="Class"
          data={outputs.map((name, index) => ({ value: String(index), label: name }))}
          value={String(output)}
          allowDeselect={false}
          onChange={(value) => setOutput(Number(value))}
        />
      )}
      {shown.some(({ low }) => low?.some((bound) => bound !== null)) ? (
        <CoefficientIntervals title={title} items={shown} output={output} />
      ) : (
        <PullBars title={title} items={shown} output={output} />
      )}
      <p className="kit-quiet">
        Change for one standard deviation of the feature, so that features with other units can be compared.
        {hidden > 0 && ` ${formatCount(hidden)} weaker ones are not shown.`}
        {intervalNote && ` ${intervalNote}`}
      </p>
    </div>
  )
}

function PullBars({ title, items, output }: { title: string; items: Coefficient[]; output: number }) {
  const bars = items.map((one) => ({
    name: one.feature,
    value: one.standardised[output],
    text: formatNumber(one.standardised[output]),
    colour: one.standardised[output] < 0 ? 'var(--series-1)' : 'var(--series-2)',
  }))
  return <Bars title={title} items={bars} />
}

/** Weights in the units of the data, as one would write the formula; with their intervals where they have them. */
export function CoefficientTable({ preview }: { preview: CoefficientPreview }) {
  const { coefficients, outputs, intercepts, interceptLow, interceptHigh, intervalNote } = preview
  const hasIntervals = interceptLow !== undefined
  const own = { raw: intercepts, low: interceptLow, high: interceptHigh }
  const rows = [
    ['(intercept)', ...cellsOf(own, hasIntervals)],
    ...coefficients.map((one) => [one.feature, ...cellsOf(one, hasIntervals)]),
  ]
  const columns = outputs.flatMap((name) => (hasIntervals ? [name, 'From', 'To'] : [name]))
  return (
    <div className="kit-scroll">
      <SimpleTable
        caption={`Weights in the units of the prepared data${hasIntervals ? ', with 95 % intervals' : ''}`}
        columns={['Feature', ...columns]}
        rows={rows}
        numeric={columns.map((_, index) => index + 1)}
      />
      {intervalNote && <p className="kit-quiet">{intervalNote}</p>}
    </div>
  )
}

function cellsOf(
  { raw, low, high }: Pick<Coefficient, 'raw' | 'low' | 'high'>,
  hasIntervals: boolean,
): CellContent[] {
  const written = (value: number | null | undefined) =>
    value === null || value === undefined ? null : formatNumber(value)
  return raw.flatMap((value, output) =>
    hasIntervals
      ? [formatNumber(value), written(low?.[output]), written(high?.[output])]
      : [formatNumber(value)],
  )
}
