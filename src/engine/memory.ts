/** Every buffer that a value holds, each once; values share columns, and shared columns must not count twice. */
export function buffersOf(value: unknown): Set<ArrayBufferLike> {
  const buffers = new Set<ArrayBufferLike>()
  const seen = new Set<object>()
  const walk = (at: unknown): void => {
    if (typeof at !== 'object' || at === null || seen.has(at)) return
    seen.add(at)
    if (ArrayBuffer.isView(at)) buffers.add(at.buffer)
    else if (at instanceof Map) for (const entry of at) entry.forEach(walk)
    else if (Array.isArray(at)) walkList(at, walk)
    else for (const item of Object.values(at)) walk(item)
  }
  walk(value)
  return buffers
}

/** A list of plain values (a dictionary, a curve) is not walked to its end: its members hold no buffers. */
function walkList(list: unknown[], walk: (item: unknown) => void): void {
  for (const item of list) {
    if (typeof item !== 'object') return
    walk(item)
  }
}
