import { Select } from '@mantine/core'
import { useCallback, useMemo, useState, type PointerEvent } from 'react'
import { formatCount, formatNumber } from '@/base/format'
import { Axes, shareOf, type AxisShape } from '@/kit/charts/Axes'
import { CellCanvas } from '@/kit/charts/CellCanvas'
import { seriesColour, type Frame } from '@/kit/charts/palette'
import { niceTicks } from '@/kit/charts/ticks'
import { Figure } from '@/kit/Figure'
import { Plot, type PlotSize } from '@/kit/Plot'
import type { ViewProps } from '@/kit/view'
import type { NetworkPreview } from './preview'
import type { Surface, SurfaceAxis } from './surface'
import { paintOf, rangeOf, valuePaint, viewOf, wordsOf, type SurfaceView } from './surfaceCells'

const frame: Frame = { left: 56, right: 10, top: 8, bottom: 34 }

/** What the network answers over two features, with training rows on top. */
export function SurfaceTab({ preview }: ViewProps<NetworkPreview>) {
  const surface = preview.surface as Surface
  const { axes, fixed } = surface
  const [pair, setPair] = useState<[number, number]>([0, 1])
  const [x, y] = pair
  const choices = axes.map(({ name }, at) => ({ value: String(at), label: name || '(no name)' }))
  const choose = (place: 0 | 1) => (value: string | null) => {
    const next = Number(value ?? 0)
    // The same feature on both axes shows nothing: they change places.
    const other = next === pair[1 - place] ? pair[place] : pair[1 - place]
    setPair(place === 0 ? [next, other] : [other, next])
  }
  const axisChoice = { data: choices, allowDeselect: false, w: 200 }
  return (
    <div className="kit-stack">
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 10 }}>
        <Select label="Across" value={String(x)} onChange={choose(0)} {...axisChoice} />
        <Select label="Upwards" value={String(y)} onChange={choose(1)} {...axisChoice} />
      </div>
      <SurfaceFigure {...{ surface, x, y }} classes={preview.classes} target={preview.target} />
      <p className="kit-quiet">
        {fixed > 0
          ? `${formatCount(fixed)} further ${fixed === 1 ? 'feature stands' : 'features stand'} at the median or the most frequent value. `
          : ''}
        Dots are {formatCount(surface.points.length)} training rows in the colour of their true{' '}
        {preview.classes.length > 0 ? 'class' : 'value'}; the paler the ground, the less sure the network.
      </p>
    </div>
  )
}

interface SurfaceProps {
  surface: Surface
  x: number
  y: number
  classes: string[]
  target: string
}

function SurfaceFigure(props: SurfaceProps) {
  const { surface, x, y, classes, target } = props
  const [words, setWords] = useState<string | null>(null)
  const view = useMemo(() => viewOf(surface, x, y), [surface, x, y])
  const range = useMemo(() => (classes.length === 0 ? rangeOf(surface) : noRange), [surface, classes])
  if (!view) return null
  const [across, up] = [surface.axes[x], surface.axes[y]]
  return (
    <Figure
      title={classes.length > 0 ? 'Decision surface' : 'Surface of the predictions'}
      summary={`What the network answers for ${target} over ${across.name} and ${up.name}. ${cornersOf(view, classes)}`}
      table={{
        columns: [across.name, up.name, classes.length > 0 ? 'Class, chance' : target],
        rows: tableOf(view, across, up, classes),
        numeric: [0, 1],
      }}
    >
      <Plot height={300}>
        {(size) => <Ground {...props} {...{ view, range, size }} onWords={setWords} />}
      </Plot>
      <Legend classes={classes} range={range} />
      <p className="kit-quiet" aria-hidden="true">
        {words ?? 'Point at a place to read what the network answers there.'}
      </p>
    </Figure>
  )
}

const noRange: [number, number] = [0, 1]

interface GroundProps extends SurfaceProps {
  view: SurfaceView
  range: [number, number]
  size: PlotSize
  onWords: (words: string | null) => void
}

function Ground({ surface, x, y, classes, view, range, size, onWords }: GroundProps) {
  const [across, up] = [surface.axes[x], surface.axes[y]]
  const paint = useCallback(
    (row: number, column: number) => paintOf(view.cellAt(column, view.size - 1 - row), classes.length, range),
    [view, classes.length, range],
  )
  const area = {
    left: frame.left,
    top: frame.top,
    width: size.width - frame.left - frame.right,
    height: size.height - frame.top - frame.bottom,
  }
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const shareX = (event.clientX - box.left - area.left) / area.width
    const shareY = 1 - (event.clientY - box.top - area.top) / area.height
    if (Math.min(shareX, shareY) < 0 || Math.max(shareX, shareY) >= 1) return onWords(null)
    const cell = view.cellAt(Math.floor(shareX * view.size), Math.floor(shareY * view.size))
    onWords(`${across.name} ${at(across, shareX)}, ${up.name} ${at(up, shareY)}: ${wordsOf(cell, classes)}`)
  }
  return (
    <div style={{ position: 'relative', ...size }} onPointerMove={point} onPointerLeave={() => onWords(null)}>
      <CellCanvas
        {...{ rows: view.size, columns: view.size, paintOf: paint }}
        smooth={classes.length === 0}
        style={{ position: 'absolute', ...area }}
      />
      <svg {...size} style={{ display: 'block', position: 'relative' }}>
        <Axes {...size} frame={frame} x={shapeOf(across)} y={shapeOf(up)} />
        <Dots {...{ surface, x, y, range, area }} ofClasses={classes.length > 0} />
      </svg>
    </div>
  )
}

const at = ({ low, high }: SurfaceAxis, share: number): string => formatNumber(low + share * (high - low))

const shapeOf = ({ name, low, high }: SurfaceAxis): AxisShape => ({
  title: name,
  range: [low, high],
  ticks: niceTicks(low, high),
  format: formatNumber,
})

interface DotsProps extends Pick<SurfaceProps, 'surface' | 'x' | 'y'> {
  range: [number, number]
  area: { left: number; top: number; width: number; height: number }
  ofClasses: boolean
}

function Dots({ surface: { axes, points }, x, y, range, area, ofClasses }: DotsProps) {
  const place = (axis: number, value: number) => shareOf(value, [axes[axis].low, axes[axis].high])
  return points.map(({ at: values, truth }, index) => {
    const [across, up] = [values[x], values[y]]
    if (across === null || up === null) return null
    return (
      <circle
        key={index}
        cx={area.left + place(x, across) * area.width}
        cy={area.top + (1 - place(y, up)) * area.height}
        r={3}
        stroke={ofClasses ? 'var(--surface)' : 'var(--text-2)'}
        strokeWidth={0.8}
        {...(ofClasses ? { fill: seriesColour(truth) } : valueFill(truth, range))}
      />
    )
  })
}

function valueFill(value: number, range: [number, number]) {
  const { variable, weight } = valuePaint(value, range)
  return {
    style: { fill: `color-mix(in srgb, rgb(var(${variable})) ${Math.round(100 * weight)}%, var(--surface))` },
  }
}

function Legend({ classes, range }: { classes: string[]; range: [number, number] }) {
  if (classes.length > 0)
    return (
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '2px 12px', fontSize: 12 }}>
        {classes.map((name, code) => (
          <span key={code} style={{ color: seriesColour(code) }}>
            ● {name}
          </span>
        ))}
      </div>
    )
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: 6, fontSize: 12 }}>
      {formatNumber(range[0])}
      <span
        style={{
          width: 120,
          height: 10,
          background:
            'linear-gradient(90deg, rgb(var(--cell-against) / 0.9), rgb(var(--cell) / 0.06), rgb(var(--cell) / 0.9))',
        }}
      />
      {formatNumber(range[1])}
    </div>
  )
}

/** Twenty-five places of the surface, for those who read it as a table. */
function tableOf(view: SurfaceView, across: SurfaceAxis, up: SurfaceAxis, classes: string[]): string[][] {
  const shares = [0.1, 0.3, 0.5, 0.7, 0.9]
  return shares.flatMap((right) =>
    shares.map((above) => {
      const cell = view.cellAt(Math.floor(right * view.size), Math.floor(above * view.size))
      return [at(across, right), at(up, above), wordsOf(cell, classes)]
    }),
  )
}

function cornersOf({ cellAt, size }: SurfaceView, classes: string[]): string {
  const last = size - 1
  const corners = [
    ['bottom left', cellAt(0, 0)],
    ['bottom right', cellAt(last, 0)],
    ['top left', cellAt(0, last)],
    ['top right', cellAt(last, last)],
  ] as const
  return corners.map(([name, cell]) => `At the ${name}: ${wordsOf(cell, classes)}.`).join(' ')
}
