import { storageReason } from './database'

export type SaveState =
  { kind: 'saved'; at: number } | { kind: 'saving' } | { kind: 'not-saved'; reason: string }

export interface AutosaveOptions<T> {
  /** Resolves once a reload would bring the value back. */
  write(value: T): Promise<void>
  onState(state: SaveState): void
  /** Time from an edit to its write. */
  delayMs?: number
  /** Time from a failed write to the next try. */
  retryMs?: number
}

export interface Autosave<T> {
  /** There is a newer value; it is written after the delay, with whatever follows until then. */
  changed(value: T): void
  /** Writes at once what waits. Resolves when nothing waits any more or a write has failed. */
  flush(): Promise<void>
  /** Whether everything that was ever given lies on the device. */
  settled(): boolean
  /** Writes what waits and ends the tries. */
  stop(): Promise<void>
  /** Ends the tries without writing. */
  abandon(): void
}

/** Saves the newest value, one write at a time; says “saved” only when nothing newer waits. */
export function createAutosave<T>({
  write,
  onState,
  delayMs = 200,
  retryMs = 2000,
}: AutosaveOptions<T>): Autosave<T> {
  let waiting: { value: T } | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let writing: Promise<void> | null = null
  let stopped = false
  let failed = false

  function schedule(ms: number): void {
    timer ??= setTimeout(() => void flush(), ms)
  }

  function unschedule(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  async function writeAll(): Promise<void> {
    while (waiting) {
      const taken: { value: T } = waiting
      waiting = null
      try {
        await write(taken.value)
      } catch (error) {
        waiting ??= taken
        failed = true
        onState({ kind: 'not-saved', reason: storageReason(error) })
        if (!stopped) schedule(retryMs)
        return
      }
    }
    failed = false
    onState({ kind: 'saved', at: Date.now() })
  }

  function flush(): Promise<void> {
    unschedule()
    if (!waiting) return writing ?? Promise.resolve()
    writing ??= writeAll().finally(() => (writing = null))
    return writing
  }

  return {
    changed(value) {
      waiting = { value }
      // While storage fails, “not saved” stays in sight until a write succeeds.
      if (!failed) onState({ kind: 'saving' })
      if (!writing) schedule(delayMs)
    },
    flush,
    settled: () => waiting === null && writing === null,
    stop() {
      stopped = true
      return flush()
    },
    abandon() {
      stopped = true
      waiting = null
      unschedule()
    },
  }
}
