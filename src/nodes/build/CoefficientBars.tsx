import { Select } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatNumber } from '@/base/format'
import { Bars } from '@/kit/charts/Bars'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import type { CoefficientPreview } from './coefficients'

const shownBars = 15

/** The pull of each feature per standard deviation; with several classes, of a chosen one. */
export function CoefficientBars({ preview, of }: { preview: CoefficientPreview; of: string }) {
  const [output, setOutput] = useState(0)
  const { coefficients, outputs } = preview
  const sorted = coefficients.toSorted(
    (a, b) => Math.abs(b.standardised[output]) - Math.abs(a.standardised[output]),
  )
  const items = sorted.slice(0, shownBars).map((one) => ({
    name: one.feature,
    value: one.standardised[output],
    text: formatNumber(one.standardised[output]),
    colour: one.standardised[output] < 0 ? 'var(--series-1)' : 'var(--series-2)',
  }))
  const hidden = preview.coefficientCount - items.length
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
      <Bars title={`Pull of each feature towards ${of || outputs[output]}`} items={items} />
      <p className="kit-quiet">
        Change for one standard deviation of the feature, so that features with other units can be compared.
        {hidden > 0 && ` ${formatCount(hidden)} weaker ones are not shown.`}
      </p>
    </div>
  )
}

/** Weights in the units of the data, as one would write the formula. */
export function CoefficientTable({ preview }: { preview: CoefficientPreview }) {
  const { coefficients, outputs, intercepts } = preview
  const numeric = outputs.map((_, index) => index + 1)
  const rows = [
    ['(intercept)', ...intercepts.map(formatNumber)],
    ...coefficients.map((one) => [one.feature, ...one.raw.map(formatNumber)]),
  ]
  return (
    <div className="kit-scroll">
      <SimpleTable
        caption="Weights in the units of the prepared data"
        columns={['Feature', ...outputs]}
        rows={rows}
        numeric={numeric}
      />
    </div>
  )
}
