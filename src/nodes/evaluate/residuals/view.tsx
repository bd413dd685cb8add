import { Select } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatNumber } from '@/base/format'
import { Bars } from '@/kit/charts/Bars'
import { Histogram } from '@/kit/charts/Histogram'
import { Tiles } from '@/kit/charts/MetricTiles'
import { ScatterPlot } from '@/kit/charts/ScatterPlot'
import { usePickedRows } from '@/kit/rowPicking'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { defineView, type ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import { pickedInBins } from '../pickRows'
import { RowsScatter } from '../RowsScatter'
import { BandSlider } from './BandSlider'
import { binPick, residualsIn } from './picks'
import type { ResidualsPreview } from './preview'
import { findingsOf, writeP } from './words'

type Props = ViewProps<ResidualsPreview>

function Overview(props: Props) {
  const { preview, result } = props
  const { picture, rows, mean, deviation, origin } = preview
  const residual = picture.axes.indexOf('Residual')
  const tiles = [
    { title: 'Test rows', value: formatCount(rows) },
    { title: 'Mean residual', value: formatNumber(mean ?? NaN) },
    { title: 'Deviation', value: formatNumber(deviation ?? NaN) },
  ]
  return (
    <div className="kit-stack">
      <Tiles tiles={tiles} />
      <Warnings result={result} />
      <ul className="kit-findings">
        {findingsOf(preview).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <RowsScatter
        title="Residuals: truth − predicted"
        picture={picture}
        origin={origin}
        start={[residual - 1, residual]}
      />
      <BandSlider {...props} />
      <Sizes {...props} />
    </div>
  )
}

function Sizes(props: Props) {
  const { histogram, picture, origin } = props.preview
  const picked = usePickedRows(origin)
  return (
    <Histogram
      title="How large the residuals are"
      xTitle="Residual"
      {...histogram}
      mark={0}
      rowsOf={(bin) => binPick(props, bin)}
      picked={pickedInBins(residualsIn(props.preview), picture.rows, histogram.edges, picked)}
    />
  )
}

function Shape({ preview }: Props) {
  const { normal, picture, origin } = preview
  const { axes } = picture
  const last = axes.length - 1
  const points = picture.points.flatMap((point, i) => {
    const [x, y] = [point[last - 2], point[last]]
    return x === null || y === null ? [] : [{ x, y, row: picture.rows[i] }]
  })
  return (
    <div className="kit-stack">
      <ScatterPlot
        title="Q–Q: on the line where the residuals are normal"
        xTitle="Normal quantile"
        yTitle="Standardised residual"
        points={normal.expected.map((x, i) => ({ x, y: normal.found[i] }))}
        guide="diagonal"
        height={260}
      />
      <ScatterPlot
        title="Scale–location: level where the errors are as large everywhere"
        xTitle="Predicted"
        yTitle={axes[last]}
        points={points}
        origin={origin}
        guide={null}
      />
      <Tests preview={preview} />
    </div>
  )
}

function Tests({ preview }: { preview: ResidualsPreview }) {
  const { breuschPagan, jarqueBera, durbinWatson } = preview
  const rows = [
    ['Breusch–Pagan: size by prediction', formatNumber(breuschPagan?.statistic ?? NaN), writeP(breuschPagan)],
    ['Jarque–Bera: normal', formatNumber(jarqueBera?.statistic ?? NaN), writeP(jarqueBera)],
    ...(durbinWatson
      ? [[`Durbin–Watson: neighbours by ${durbinWatson.column}`, formatNumber(durbinWatson.value), '–']]
      : []),
  ]
  return <SimpleTable caption="Tests" columns={['Test', 'Statistic', 'p']} rows={rows} numeric={[1, 2]} />
}

function ByColumn({ preview }: Props) {
  const [column, setColumn] = useState(0)
  const chosen = preview.byColumn[column]
  if (!chosen) return <p className="kit-quiet">The data have no column beside the target.</p>
  return (
    <div className="kit-stack">
      <Select
        label="Column"
        data={preview.byColumn.map((one, i) => ({ value: String(i), label: one.column || '(no name)' }))}
        value={String(column)}
        allowDeselect={false}
        onChange={(value) => setColumn(Number(value))}
      />
      <Bars
        title={`Mean residual by ${chosen.column}`}
        items={chosen.groups.map(({ name, rows, mean }) => ({
          name: `${name} (${formatCount(rows)})`,
          value: mean ?? 0,
          text: formatNumber(mean ?? NaN),
        }))}
      />
      <p className="kit-quiet">
        Above zero the model predicts too little there, below zero too much. In brackets: rows.
      </p>
    </div>
  )
}

export default defineView<ResidualsPreview>({
  Overview,
  tabs: [
    { title: 'Shape', Content: Shape },
    { title: 'By column', Content: ByColumn },
  ],
})
