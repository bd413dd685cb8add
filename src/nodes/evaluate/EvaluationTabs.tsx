import { Select } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatMetric } from '@/base/format'
import { ConfusionMatrix } from '@/kit/charts/ConfusionMatrix'
import { Histogram } from '@/kit/charts/Histogram'
import { ScatterPlot } from '@/kit/charts/ScatterPlot'
import { usePickedRows } from '@/kit/rowPicking'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import type { ViewProps } from '@/kit/view'
import type { ModelResult } from '@/ml/evaluate/preview'
import { binRows, cellRows, pickedInBins } from './pickRows'
import { bestOf, type Evaluated } from './shared'

type Props = ViewProps<Evaluated>

/** Where a chosen model goes wrong: by class, or by residual. */
export function ErrorsTab(props: Props) {
  const { preview, titleOf } = props
  const [chosen, setChosen] = useState(preview.best)
  const model = preview.models.find((one) => one.node === chosen) ?? bestOf(preview)
  if (!model) return null
  return (
    <div className="kit-stack">
      {preview.models.length > 1 && (
        <Select
          label="Model"
          data={preview.models.map((one) => ({ value: one.node, label: titleOf(one.node) }))}
          value={model.node}
          allowDeselect={false}
          onChange={(node) => node && setChosen(node)}
        />
      )}
      {preview.task === 'regression' ? (
        <ResidualPictures props={props} model={model} />
      ) : (
        <ClassErrors props={props} model={model} />
      )}
    </div>
  )
}

interface PartProps {
  props: Props
  model: ModelResult
}

function ClassErrors({ props, model }: PartProps) {
  const rows = model.perClass.map((one) => [
    one.name,
    formatMetric(one.precision),
    formatMetric(one.recall),
    formatMetric(one.f1),
    formatCount(one.support),
  ])
  return (
    <>
      {model.confusion && (
        <ConfusionMatrix title="Confusion" {...model.confusion} rowsOf={cellRows(props, model)} />
      )}
      <div className="kit-scroll">
        <SimpleTable
          caption="Figures of each class"
          columns={['Class', 'Precision', 'Recall', 'F1', 'Rows']}
          rows={rows}
          numeric={[1, 2, 3, 4]}
        />
      </div>
      <p className="kit-quiet">{props.preview.averaging}</p>
    </>
  )
}

function ResidualPictures({ props, model }: PartProps) {
  const { residuals, drawn } = model
  const picked = usePickedRows(drawn?.origin)
  if (!residuals) return <p className="kit-quiet">No residuals: no row could be scored.</p>
  const rows = drawn?.rows.length === residuals.points.length ? drawn.rows : []
  const points = residuals.points.map((point, i) => ({ x: point.predicted, y: point.residual, row: rows[i] }))
  const { edges } = residuals.histogram
  const values = points.map(({ y }) => y)
  return (
    <>
      <ScatterPlot
        title="Residuals: truth − predicted"
        xTitle="Predicted"
        yTitle="Residual"
        points={points}
        origin={drawn?.origin}
        guide="zero"
      />
      <Histogram
        title="How large the errors are"
        xTitle="Residual"
        {...residuals.histogram}
        mark={0}
        rowsOf={binRows(props, model)}
        picked={rows.length > 0 ? pickedInBins(values, rows, edges, picked) : undefined}
      />
    </>
  )
}
