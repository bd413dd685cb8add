import { kernelBytes } from './kernelBytes'

/** The functions of kernel.as; addresses and steps in bytes, sizes in numbers. */
export interface Kernel {
  product(
    ...args: [
      ...[a: number, rowStep: number, step: number, b: number, bias: number, c: number],
      ...[m: number, k: number, n: number],
    ]
  ): void
  turn(a: number, m: number, n: number, out: number): void
  sums(a: number, m: number, n: number, out: number): void
  times(a: number, b: number, out: number, count: number): void
  activate(kind: number, at: number, count: number): void
  descend(kind: number, outputs: number, delta: number, count: number): void
}

/** Numbers in the kernel's memory, and where they lie. */
export interface Block {
  at: number
  values: Float32Array
}

const pageBytes = 65_536
const alignment = 16
const mostBytes = 2 ** 31

const roomFor = (count: number): number => Math.ceil((count * 4) / alignment) * alignment

let compiled: WebAssembly.Module | null = null

/**
 * The inner loops with memory of their own: one block of float32 for each of the counts, all 0.
 *
 * @throws RangeError where so much memory is not to be had
 */
export function openKernel(counts: readonly number[]): { kernel: Kernel; blocks: Block[] } {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(kernelBytes), (char) => char.charCodeAt(0)))
  // Address 0 means “none”.
  const bytes = counts.reduce((sum, count) => sum + roomFor(count), alignment)
  if (bytes > mostBytes) throw new RangeError('more memory than a kernel may have')
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) })
  const kernel = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Kernel
  let at = alignment
  const blocks = counts.map((count) => {
    const block = { at, values: new Float32Array(memory.buffer, at, count) }
    at += roomFor(count)
    return block
  })
  return { kernel, blocks }
}
