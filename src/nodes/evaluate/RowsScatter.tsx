import { Select } from '@mantine/core'
import { useState } from 'react'
import { ScatterPlot } from '@/kit/charts/ScatterPlot'
import type { RowsPicture } from '@/ml/errors/rowsPicture'
import type { RowSelection } from '@/values/rowSelection'

interface RowsScatterProps {
  title: string
  picture: RowsPicture
  origin: string
  /** Axes at first. */
  start: [number, number]
  /** Colour of a dot by its place in the picture; that of all dots when absent. */
  colourOf?: (place: number) => string | undefined
  rowOf?: (place: number) => RowSelection | null
}

/** Judged rows along two axes that a person chooses. */
export function RowsScatter({ title, picture, origin, start, colourOf, rowOf }: RowsScatterProps) {
  const [x, setX] = useState(start[0])
  const [y, setY] = useState(start[1])
  const { axes } = picture
  const shown = picture.points.flatMap((point, place) => {
    const [across, up] = [point[x], point[y]]
    return across === null || up === null ? [] : [{ x: across, y: up, row: picture.rows[place], place }]
  })
  const points = shown.map(({ place, ...point }) => ({ ...point, colour: colourOf?.(place) }))
  return (
    <div>
      <div className="kit-pair">
        <Axis label="Across" axes={axes} chosen={x} onChoose={setX} />
        <Axis label="Up" axes={axes} chosen={y} onChoose={setY} />
      </div>
      <ScatterPlot
        title={title}
        xTitle={axes[x]}
        yTitle={axes[y]}
        points={points}
        origin={origin}
        rowOf={rowOf && ((index) => rowOf(shown[index].place))}
        guide={axes[y] === 'Residual' ? 'zero' : null}
      />
    </div>
  )
}

interface AxisProps {
  label: string
  axes: string[]
  chosen: number
  onChoose: (axis: number) => void
}

function Axis({ label, axes, chosen, onChoose }: AxisProps) {
  return (
    <Select
      size="xs"
      label={label}
      data={axes.map((name, index) => ({ value: String(index), label: name === '' ? '(no name)' : name }))}
      value={String(chosen)}
      allowDeselect={false}
      onChange={(value) => onChoose(Number(value))}
    />
  )
}
