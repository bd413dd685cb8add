import wasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import { startWasm } from '@/ml/tensor/backend'

/** The tensor backend that is really in use, or why there is none. */
export interface Backend {
  name: string
  problem: string | null
}

/** Starts TensorFlow.js; what needs no tensors works without it, so that a failure is told, not thrown. */
export async function startBackend(): Promise<Backend> {
  try {
    return { name: await startWasm(wasm), problem: null }
  } catch (error) {
    return { name: 'none', problem: error instanceof Error ? error.message : String(error) }
  }
}
