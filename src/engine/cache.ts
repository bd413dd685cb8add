import type { StepResult } from '@/contract/events'
import type { PortValue } from '@/values/ports'
import { buffersOf } from './memory'

/** What a finished step leaves: its values stay here, its result travels. */
export interface Entry {
  result: StepResult
  values: ReadonlyMap<string, PortValue>
}

/** Finished steps by content key. */
export interface Cache {
  get(key: string): Entry | undefined
  set(key: string, entry: Entry): void
  /** Bytes of the typed arrays held, shared ones counted once. */
  readonly bytes: number
}

/**
 * Forgets the least recently used steps once their arrays together exceed the limit; the newest one always stays.
 * A buffer that several steps share is freed, and counted, with the last of them.
 */
export function makeCache(limit: number): Cache {
  const entries = new Map<string, { entry: Entry; buffers: Set<ArrayBufferLike> }>()
  const holders = new Map<ArrayBufferLike, number>()
  let bytes = 0

  const hold = (buffer: ArrayBufferLike, change: 1 | -1) => {
    const before = holders.get(buffer) ?? 0
    if (before + change === 0) holders.delete(buffer)
    else holders.set(buffer, before + change)
    if (before === 0) bytes += buffer.byteLength
    if (before + change === 0) bytes -= buffer.byteLength
  }
  const drop = (key: string) => {
    for (const buffer of entries.get(key)?.buffers ?? []) hold(buffer, -1)
    entries.delete(key)
  }

  return {
    get(key) {
      const found = entries.get(key)
      if (!found) return undefined
      entries.delete(key)
      entries.set(key, found)
      return found.entry
    },
    set(key, entry) {
      drop(key)
      const buffers = buffersOf([...entry.values.values()])
      entries.set(key, { entry, buffers })
      for (const buffer of buffers) hold(buffer, 1)
      for (const oldest of entries.keys()) {
        if (bytes <= limit || oldest === key) break
        drop(oldest)
      }
    },
    get bytes() {
      return bytes
    },
  }
}
