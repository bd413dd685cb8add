import { startWasm } from '@/ml/tensor/backend'
import { wasmFile } from '@/ml/tensor/wasmFile'
import type { Backend } from '@/worker/backend'

/** The same wasm binary as in the browser, read from the installed package. */
export async function startBackend(): Promise<Backend> {
  try {
    return { name: await startWasm(wasmFile()), problem: null }
  } catch (error) {
    return { name: 'none', problem: error instanceof Error ? error.message : String(error) }
  }
}
