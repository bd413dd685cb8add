/** Inner loops in WebAssembly with memory of their own, which grows as more of it is taken. */
export interface Workspace<Kernel> {
  kernel: Kernel
  /** @returns address of so many new bytes, all 0. */
  take(bytes: number): number
  /** Views are good until the next `take`. */
  bytes(address: number, length: number): Uint8Array
  ints(address: number, length: number): Int32Array
  floats(address: number, length: number): Float32Array
  doubles(address: number, length: number): Float64Array
}

const pageBytes = 65_536
const alignment = 16

const compiled = new Map<string, WebAssembly.Module>()

function compile(text: string): WebAssembly.Module {
  const known = compiled.get(text)
  if (known) return known
  const made = new WebAssembly.Module(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)))
  compiled.set(text, made)
  return made
}

/** @param text what scripts/kernels.mjs wrote: a module in base64 that imports its memory. */
export function openKernel<Kernel>(text: string): Workspace<Kernel> {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const kernel = new WebAssembly.Instance(compile(text), { env: { memory } }).exports as unknown as Kernel
  // Address 0 means “none”.
  let used = alignment
  return {
    kernel,
    take(bytes) {
      const address = used
      used += Math.ceil(bytes / alignment) * alignment
      const missing = used - memory.buffer.byteLength
      if (missing > 0) memory.grow(Math.ceil(missing / pageBytes))
      return address
    },
    bytes: (address, length) => new Uint8Array(memory.buffer, address, length),
    ints: (address, length) => new Int32Array(memory.buffer, address, length),
    floats: (address, length) => new Float32Array(memory.buffer, address, length),
    doubles: (address, length) => new Float64Array(memory.buffer, address, length),
  }
}
