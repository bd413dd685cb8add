import type { Pulse } from '@/contract/pulse'
import type { Matrix } from '@/contract/catalog'
import { StepFailure } from '@/contract/errors'
import { startWasm } from './backend'
import { wasmFile } from './wasmFile'

/** For tests: the backend that the product uses, in Node. */
export const startTestBackend = (): Promise<string> => startWasm(wasmFile())

/** For tests: a pulse that never waits, and cancels at the given call of `breathe`. */
export function testPulse(cancelAt = Infinity): Pulse & { reports: unknown[] } {
  const reports: unknown[] = []
  let breaths = 0
  return {
    reports,
    signal: new AbortController().signal,
    breathe: async () => {
      if (++breaths >= cancelAt) throw new StepFailure({ kind: 'cancelled' })
    },
    progress: (progress) => void reports.push(progress),
  }
}

/** For tests: a matrix from its rows. */
export function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  return { rows: rows.length, columns: rows[0]?.length ?? 0, values: Float64Array.from(rows.flat()) }
}
