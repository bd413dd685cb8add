import { Select } from '@mantine/core'
import { useCallback, useState, type PointerEvent } from 'react'
import { formatCount, formatNumber } from '@/base/format'
import { CellCanvas } from '@/kit/charts/CellCanvas'
import { Histogram } from '@/kit/charts/Histogram'
import { Figure } from '@/kit/Figure'
import { Plot } from '@/kit/Plot'
import type { ViewProps } from '@/kit/view'
import type { LayerPicture } from './layerPictures'
import type { NetworkPreview } from './preview'

const titleOf = (layers: LayerPicture[], index: number): string => {
  const from = index === 0 ? 'Inputs' : `Layer ${index}`
  return `${from} to ${index === layers.length - 1 ? 'output' : `layer ${index + 1}`}`
}

/** The weights of one layer at a time: how they are spread, and each of them. */
export function WeightsTab({ preview }: ViewProps<NetworkPreview>) {
  const layers = preview.layers ?? []
  const [chosen, setChosen] = useState(0)
  const index = Math.min(chosen, layers.length - 1)
  const layer = layers[index]
  return (
    <div className="kit-stack">
      <Select
        label="Weights from"
        w={220}
        data={layers.map((_, at) => ({ value: String(at), label: titleOf(layers, at) }))}
        value={String(index)}
        allowDeselect={false}
        onChange={(value) => setChosen(Number(value ?? 0))}
      />
      <p className="kit-quiet">{aboutLayer(layer)}</p>
      <Spread layer={layer} title={titleOf(layers, index)} />
      <WeightMap key={index} layer={layer} source={index === 0 ? 'input' : `unit of layer ${index}`} />
    </div>
  )
}

function aboutLayer({ inputs, units, mean, deviation, normalised }: LayerPicture): string {
  const spread = `Mean ${formatNumber(mean)}, standard deviation ${formatNumber(deviation)}.`
  const norm = normalised ? ' Batch normalisation follows.' : ''
  return `${formatCount(inputs * units)} weights: ${formatCount(inputs)} × ${formatCount(units)}. ${spread}${norm}`
}

function Spread({ layer: { histogram }, title }: { layer: LayerPicture; title: string }) {
  const { reach, counts } = histogram
  const edges = Array.from({ length: counts.length + 1 }, (_, i) => -reach + (2 * reach * i) / counts.length)
  return (
    <Histogram
      title={`How the weights are spread: ${title}`}
      xTitle="Weight"
      {...{ edges, counts }}
      mark={0}
    />
  )
}

interface Pointed {
  row: number
  column: number
}

function WeightMap({ layer, source }: { layer: LayerPicture; source: string }) {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const { heat, inputs, units, histogram, names } = layer
  const { rows, columns, values } = heat
  const paintOf = useCallback(
    (row: number, column: number) => {
      const value = values[row * columns + column]
      return {
        variable: value < 0 ? '--cell-against' : '--cell',
        weight: Math.min(1, Math.abs(value) / histogram.reach),
      }
    },
    [values, columns, histogram.reach],
  )
  const nameOf = (row: number) => names?.[row] ?? `${source} ${row + 1}`
  const told = ({ row, column }: Pointed) => ({
    from: nameOf(row),
    to: `unit ${column + 1}`,
    value: formatNumber(values[row * columns + column]),
  })
  const strongest = byStrength(heat)
  const [first] = strongest
  const shown = told(pointed ?? first)
  return (
    <Figure
      title="Every weight"
      summary={`${rows} × ${columns} weights. Strongest: from ${told(first).from} to ${told(first).to}, ${told(first).value}.`}
      table={{
        columns: ['From', 'To', 'Weight'],
        rows: strongest.slice(0, 200).map((cell) => Object.values(told(cell))),
        numeric: [2],
      }}
    >
      <Plot height={Math.max(70, Math.min(360, rows * 16))}>
        {(size) => (
          <div
            style={{ ...size, border: '1px solid var(--line)' }}
            onPointerMove={(event) => setPointed(cellAt(event, heat))}
            onPointerLeave={() => setPointed(null)}
          >
            <CellCanvas
              {...{ rows, columns, paintOf }}
              style={{ display: 'block', width: '100%', height: '100%' }}
            />
          </div>
        )}
      </Plot>
      <p className="kit-quiet" aria-hidden="true">
        {pointed ? '' : 'Strongest: '}
        {shown.from} to {shown.to}: {shown.value}
      </p>
      <p className="kit-quiet">
        A row for each {names ? 'feature' : 'unit of the layer before'}, a column for each unit. Red raises
        the unit, blue lowers it; pale is near 0.
        {(rows < inputs || columns < units) &&
          ` The first ${formatCount(rows)} of ${formatCount(inputs)} rows and ${formatCount(columns)} of ${formatCount(units)} columns are shown.`}
      </p>
    </Figure>
  )
}

function cellAt(event: PointerEvent<HTMLDivElement>, { rows, columns }: LayerPicture['heat']): Pointed {
  const box = event.currentTarget.getBoundingClientRect()
  const within = (share: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor(share * count)))
  return {
    row: within((event.clientY - box.top) / box.height, rows),
    column: within((event.clientX - box.left) / box.width, columns),
  }
}

const byStrength = ({ columns, values }: LayerPicture['heat']): Pointed[] =>
  [...values.keys()]
    .sort((a, b) => Math.abs(values[b]) - Math.abs(values[a]))
    .map((at) => ({ row: Math.floor(at / columns), column: at % columns }))
