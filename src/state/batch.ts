/** At most eight updates of the page a second, however often the engine reports. */
export const batchMs = 125

export interface Batch<T> {
  add(item: T): void
  /** Hands over at once what waits. */
  flush(): void
}

/** Collects items and hands them over together: the first soon, those that follow every 125 ms. */
export function createBatch<T>(handOver: (items: T[]) => void, now: () => number = Date.now): Batch<T> {
  let waiting: T[] = []
  let timer: ReturnType<typeof setTimeout> | null = null
  let last = -Infinity

  function flush(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (waiting.length === 0) return
    const items = waiting
    waiting = []
    last = now()
    handOver(items)
  }

  return {
    add(item) {
      waiting.push(item)
      timer ??= setTimeout(flush, Math.max(0, last + batchMs - now()))
    },
    flush,
  }
}
