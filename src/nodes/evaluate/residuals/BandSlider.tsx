import { RangeSlider } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '@/base/format'
import { usePick } from '@/kit/rowPicking'
import type { ViewProps } from '@/kit/view'
import { bandRows } from './picks'
import type { ResidualsPreview } from './preview'

/** Selects the rows of a band of residuals, made of bars of the histogram so that its rows are counted exactly. */
export function BandSlider(props: ViewProps<ResidualsPreview>) {
  const { edges, counts } = props.preview.histogram
  const picking = usePick()
  const [band, setBand] = useState<[number, number]>([0, counts.length])
  if (!picking || counts.length < 2) return null
  const select = ([low, high]: [number, number]) => {
    const count = counts.slice(low, high).reduce((sum, one) => sum + one, 0)
    const found = bandRows(props, { from: edges[low], to: edges[high], last: high === counts.length, count })
    if (!picking.isPicked(found.key)) picking.pick(found)
  }
  return (
    <div>
      <span className="kit-quiet">Select a band of residuals</span>
      <RangeSlider
        size="sm"
        min={0}
        max={counts.length}
        step={1}
        minRange={1}
        value={band}
        label={(edge) => formatNumber(edges[edge])}
        thumbFromLabel="Residual from"
        thumbToLabel="Residual below"
        onChange={setBand}
        onChangeEnd={select}
      />
    </div>
  )
}
