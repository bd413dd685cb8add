import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Path of the SIMD binary among the installed packages. For Node only: the command line and tests. */
export function wasmFile(): string {
  const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')
  return join(dirname(main), 'tfjs-backend-wasm-simd.wasm')
}
