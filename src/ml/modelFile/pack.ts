import { fromBase64Url, toBase64Url } from '@/base/bytes'
import type { Json } from '@/base/json'

/** An object with this key is not itself: it stands for a value that JSON has no form for. */
const mark = '$'
/** Weights are nested a few levels; a model of models twice as many. */
const deepest = 60

const arrays = { Float64Array, Float32Array, Int32Array, Uint32Array, Uint16Array, Uint8Array, Int8Array }
type ArrayName = keyof typeof arrays
const isArrayName = (name: unknown): name is ArrayName =>
  typeof name === 'string' && Object.hasOwn(arrays, name)

const oddNumbers = new Map<string, number>([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['-0', -0],
])
const nameOfOdd = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

/**
 * A value of typed arrays and plain data as JSON that gives the same bits back: arrays as base64, and the numbers that
 * JSON has no form for by name. @throws Error for what is neither.
 */
export function pack(value: unknown): Json {
  if (value === undefined || typeof value === 'function' || typeof value === 'bigint')
    throw new Error(`a ${typeof value} cannot be written into a file`)
  if (typeof value === 'number') return packNumber(value)
  if (value === null || typeof value !== 'object') return value as Json
  if (ArrayBuffer.isView(value)) return packArray(value)
  if (Array.isArray(value)) return value.map(pack)
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  const packed = entries.map(([name, held]): [string, Json] => [name, pack(held)])
  return Object.hasOwn(value, mark) ? { [mark]: 'entries', entries: packed } : Object.fromEntries(packed)
}

const packNumber = (value: number): Json =>
  Number.isFinite(value) && !Object.is(value, -0) ? value : { [mark]: 'number', value: nameOfOdd(value) }

function packArray(view: ArrayBufferView): Json {
  const name = view.constructor.name
  if (!isArrayName(name)) throw new Error(`${name} cannot be written into a file`)
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  return { [mark]: name, data: toBase64Url(bytes) }
}

/** What `pack` was given. @throws Error for text that `pack` does not write. */
export function unpack(value: Json, depth = 0): unknown {
  if (depth > deepest) throw new Error('nested too deeply')
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => unpack(item, depth + 1))
  const kind = Object.hasOwn(value, mark) ? value[mark] : null
  if (kind === null) return unpackEntries(Object.entries(value), depth)
  if (kind === 'number') return unpackNumber(value.value)
  if (kind === 'entries') return unpackEntries(entriesIn(value.entries), depth)
  return unpackArray(kind, value.data)
}

const unpackEntries = (entries: [string, Json][], depth: number): unknown =>
  Object.fromEntries(entries.map(([name, held]) => [name, unpack(held, depth + 1)]))

function entriesIn(entries: Json | undefined): [string, Json][] {
  const sound = Array.isArray(entries) && entries.every((pair) => Array.isArray(pair) && pair.length === 2)
  if (!sound) throw new Error('entries are damaged')
  return entries as [string, Json][]
}

function unpackNumber(name: Json | undefined): number {
  const number = typeof name === 'string' ? oddNumbers.get(name) : undefined
  if (number === undefined) throw new Error('a number is damaged')
  return number
}

function unpackArray(name: Json, data: Json | undefined): unknown {
  if (!isArrayName(name) || typeof data !== 'string') throw new Error('an array is damaged')
  const bytes = fromBase64Url(data)
  const kind = arrays[name]
  if (bytes.byteLength % kind.BYTES_PER_ELEMENT !== 0) throw new Error('an array is cut off')
  return new kind(bytes.buffer as ArrayBuffer)
}
