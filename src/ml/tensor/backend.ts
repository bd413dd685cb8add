import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { env, getBackend, ready, setBackend } from '@tensorflow/tfjs-core'

let started: Promise<string> | null = null

/**
 * Starts the single-threaded wasm SIMD backend; later calls answer the first one's result. The threaded build breaks
 * under bundlers and a strict content policy, and is not needed: trees, folds and branches run side by side instead.
 *
 * @param wasm address of `tfjs-backend-wasm-simd.wasm` (in a browser) or its path (in Node)
 * @returns the name of the backend that is really in use: `wasm`
 * @throws Error when the platform has no WebAssembly SIMD, or the file cannot be loaded
 */
export function startWasm(wasm: string): Promise<string> {
  started ??= start(wasm).catch((error: unknown) => {
    started = null
    throw error
  })
  return started
}

async function start(wasm: string): Promise<string> {
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  if (!(await env().getAsync('WASM_HAS_SIMD_SUPPORT')))
    throw new Error('this browser has no WebAssembly SIMD')
  // tfjs wants an entry for every build, also for those that it will not load.
  setWasmPaths({
    'tfjs-backend-wasm.wasm': wasm,
    'tfjs-backend-wasm-simd.wasm': wasm,
    'tfjs-backend-wasm-threaded-simd.wasm': wasm,
  })
  await setBackend('wasm')
  await ready()
  if (getBackend() !== 'wasm') throw new Error(`the tensor backend is ${getBackend()}, not wasm`)
  return getBackend()
}
