import type { Json, JsonObject } from '@/base/json'
import type { ParamSchema } from '../fields'
import { toRowFields, type RowField } from '../rows'

/** One part of a layer as its editor shows it. */
export interface LayerPart extends RowField {
  isSwitch: boolean
  /** It may be absent: then that of the whole network holds. */
  isOptional: boolean
}

export function toLayerParts(items: ParamSchema | undefined): LayerPart[] {
  return toRowFields(items).map((part) => {
    const schema = items?.properties?.[part.name]
    const isSwitch = schema?.type === 'boolean'
    const isOptional = schema?.default === undefined && !(items?.required ?? []).includes(part.name)
    return { ...part, isSwitch, isOptional }
  })
}

/** What a layer is where nothing says otherwise. */
export const plainLayer = (parts: readonly LayerPart[]): JsonObject =>
  Object.fromEntries(parts.filter((part) => !part.isOptional).map((part) => [part.name, part.initial]))

/** The layer with a part changed; null takes it out. */
export function withPart(layer: JsonObject, name: string, value: Json): JsonObject {
  const changed = { ...layer, [name]: value }
  if (value === null) delete changed[name]
  return changed
}

export const insertAt = (layers: JsonObject[], at: number, layer: JsonObject): JsonObject[] => [
  ...layers.slice(0, at),
  { ...layer },
  ...layers.slice(at),
]

export const removeAt = (layers: JsonObject[], at: number): JsonObject[] =>
  layers.filter((_, index) => index !== at)

export function moveTo(layers: JsonObject[], from: number, to: number): JsonObject[] {
  if (to < 0 || to >= layers.length || from === to) return layers
  return insertAt(removeAt(layers, from), to, layers[from])
}

/** What a person reads of a part's value. */
const shownValue = (layer: JsonObject, part: LayerPart): string =>
  part.options.find(({ value }) => value === layer[part.name])?.label ?? String(layer[part.name] ?? '')

/** The parts in words, e.g. `16 units, ReLU, batch normalisation`. */
export function describeLayer(layer: JsonObject, parts: readonly LayerPart[]): string {
  const words = parts.flatMap((part) => {
    const value = layer[part.name]
    const title = part.title.toLowerCase()
    if (value === undefined || value === null || value === false) return []
    if (part.isSwitch) return [title]
    if (part.options.length > 0) return [shownValue(layer, part)]
    return [part.name === 'units' ? `${String(value)} ${title}` : `${title} ${String(value)}`]
  })
  return words.join(', ')
}

/** The choice in the layer that is written under its column; none where it has no choices. */
export function choiceOf(layer: JsonObject, parts: readonly LayerPart[]): string {
  const part = parts.find(({ options }) => options.length > 0)
  return part ? shownValue(layer, part) : ''
}

export const unitsOf = (layer: JsonObject): number => (typeof layer.units === 'number' ? layer.units : 1)
