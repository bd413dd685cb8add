import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Json, JsonObject } from '@/base/json'
import type { FieldProps } from './context'
import { LayerEditor } from './layers/LayerEditor'
import { LayerPicture } from './layers/LayerPicture'
import {
  insertAt,
  moveTo,
  plainLayer,
  removeAt,
  withPart,
  toLayerParts,
  type LayerPart,
} from './layers/layers'

/** The layers of a network as a picture, from inputs to output; one of them is chosen and can be changed below it. */
export function LayersField(props: FieldProps) {
  const { field, form } = props
  const { disabled } = form
  const parts = toLayerParts(field.schema.items)
  const { layers, selected, said, ...verbs } = useLayers(props, parts)
  const full = layers.length >= (field.schema.maxItems ?? 20)
  const problem = form.problem(field.name)
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }} disabled={disabled}>
      <legend className="kit-label">{field.title}</legend>
      <LayerPicture
        {...{ layers, parts, selected, disabled, full }}
        dropout={typeof form.params.dropout === 'number' ? form.params.dropout : 0}
        onSelect={verbs.choose}
        onInsert={verbs.insert}
        onMove={verbs.move}
        onRemove={verbs.remove}
      />
      {selected >= 0 && (
        <LayerEditor
          {...{ parts, disabled }}
          index={selected}
          count={layers.length}
          layer={layers[selected]}
          onPart={verbs.setPart}
          onMove={(to) => verbs.move(selected, to)}
          onRemove={() => verbs.remove(selected)}
        />
      )}
      {problem !== null && <p className="kit-quiet">{problem}</p>}
      <Button
        size="compact-xs"
        leftSection={<IconPlus size={13} />}
        disabled={disabled || full}
        onClick={() => verbs.insert(layers.length)}
        style={{ marginTop: 6 }}
      >
        Add layer
      </Button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </fieldset>
  )
}

/** The layers as they are, which one is chosen, and what can be done to them. */
function useLayers({ field, value, form }: FieldProps, parts: LayerPart[]) {
  const layers = (Array.isArray(value) ? value : []) as JsonObject[]
  const [chosen, choose] = useState(0)
  const [said, setSaid] = useState('')
  const selected = Math.min(chosen, layers.length - 1)
  const commit = (next: JsonObject[], at: number, words: string) => {
    if (form.disabled) return
    form.onChange(field.name, next)
    choose(Math.max(0, at))
    setSaid(words)
  }
  const insert = (at: number) => {
    const like = layers[at - 1] ?? layers[at] ?? plainLayer(parts)
    commit(insertAt(layers, at, like), at, `Layer ${at + 1} added.`)
  }
  const move = (from: number, to: number) =>
    commit(moveTo(layers, from, to), to, `Layer moved to place ${to + 1} of ${layers.length}.`)
  const remove = (at: number) =>
    commit(removeAt(layers, at), Math.min(at, layers.length - 2), `Layer ${at + 1} removed.`)
  const setPart = (name: string, next: Json) =>
    form.onChange(
      field.name,
      layers.map((layer, at) => (at === selected ? withPart(layer, name, next) : layer)),
    )
  return { layers, selected, said, choose, insert, move, remove, setPart }
}
