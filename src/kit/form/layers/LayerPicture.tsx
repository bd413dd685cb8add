import './layers.css'
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import type { JsonObject } from '@/base/json'
import { choiceOf, describeLayer, unitsOf, type LayerPart } from './layers'
import { Neurons, size, type Column } from './Neurons'

interface PictureProps {
  layers: JsonObject[]
  parts: LayerPart[]
  /** Dropout of layers that have no rate of their own. */
  dropout: number
  selected: number
  disabled: boolean
  full: boolean
  onSelect: (index: number) => void
  onInsert: (at: number) => void
  onMove: (from: number, to: number) => void
  onRemove: (index: number) => void
}

/** The network as columns of units, from the inputs to the output; each hidden layer is a button. */
export function LayerPicture(props: PictureProps) {
  const { layers, parts, disabled, full, selected } = props
  const [dragged, setDragged] = useState<number | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const keys = useLayerKeys(props, place)
  const columns = columnsOf(props)
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault()
    if (dragged !== null) props.onMove(dragged, to)
    setDragged(null)
  }
  return (
    <div className="layers-scroll">
      <div
        ref={place}
        className="layers-picture"
        style={{ width: columns.length * size.step - size.gap, height: size.height }}
      >
        <Neurons columns={columns} selected={selected + 1} />
        <Name column={0} text="Inputs" note="features" />
        {layers.map((layer, index) => (
          <button
            key={index}
            type="button"
            className="layers-layer"
            style={{ left: (index + 1) * size.step, width: size.width }}
            aria-label={`Layer ${index + 1} of ${layers.length}: ${describeLayer(layer, parts)}`}
            aria-pressed={index === selected}
            aria-keyshortcuts="ArrowLeft ArrowRight Shift+ArrowLeft Shift+ArrowRight Delete"
            title="Click to change it; drag it, or press Shift and an arrow key, to move it"
            data-over={dragged !== null && dragged !== index ? '' : undefined}
            disabled={disabled}
            draggable={!disabled}
            onClick={() => props.onSelect(index)}
            onFocus={() => props.onSelect(index)}
            onKeyDown={(event) => keys(event, index)}
            onDragStart={() => setDragged(index)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDrop={(event) => drop(event, index)}
          >
            <b>{unitsOf(layer)}</b>
            <span>{choiceOf(layer, parts)}</span>
          </button>
        ))}
        <Name column={layers.length + 1} text="Output" note="target" />
        {!disabled && !full && <Inserts count={layers.length} onInsert={props.onInsert} />}
      </div>
    </div>
  )
}

const insertName = (at: number, count: number): string =>
  at < count ? `Add a layer before layer ${at + 1}` : 'Add a layer before the output'

/** Between any two columns a layer can be put. */
function Inserts({ count, onInsert }: { count: number; onInsert: (at: number) => void }) {
  return Array.from({ length: count + 1 }, (_, index) => (
    <button
      key={index}
      type="button"
      className="layers-insert"
      style={{ left: (index + 1) * size.step - size.gap }}
      aria-label={insertName(index, count)}
      title={insertName(index, count)}
      onClick={() => onInsert(index)}
    >
      +
    </button>
  ))
}

function Name({ column, text, note }: { column: number; text: string; note: string }) {
  return (
    <div className="layers-end" style={{ left: column * size.step, width: size.width }}>
      <b>{text}</b>
      <span>{note}</span>
    </div>
  )
}

function columnsOf({ layers, dropout }: PictureProps): Column[] {
  const hidden = layers.map((layer) => ({
    units: unitsOf(layer),
    dropout: typeof layer.dropout === 'number' ? layer.dropout : dropout,
    normalised: layer.batchNorm === true,
  }))
  const end = { dropout: 0, normalised: false }
  return [{ ...end, units: 8 }, ...hidden, { ...end, units: 2 }]
}

/** Arrow keys walk along the layers, with Shift they move one, Delete takes it out. */
function useLayerKeys(
  { layers, onMove, onRemove, onSelect }: PictureProps,
  place: { current: HTMLDivElement | null },
) {
  const focus = (index: number) => {
    const buttons = place.current?.querySelectorAll<HTMLButtonElement>('.layers-layer')
    buttons?.[index]?.focus()
  }
  return (event: KeyboardEvent, index: number) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    const isDelete = event.key === 'Delete' || event.key === 'Backspace'
    if (step === 0 && !isDelete) return
    // The canvas has meanings of its own for these keys.
    event.stopPropagation()
    event.preventDefault()
    if (isDelete) {
      if (index === layers.length - 1) focus(index - 1)
      return onRemove(index)
    }
    const to = index + step
    if (to < 0 || to >= layers.length) return
    if (event.shiftKey) onMove(index, to)
    else onSelect(to)
    focus(to)
  }
}
