import { readFileSync } from 'node:fs'
import { StepFailure, type StepError } from '@/contract/errors'
import type { AnyRun, Host, RunContext } from '@/contract/run'
import type { Dataset } from '@/values/dataset'
import type { Objective } from '@/values/objective'
import { cellValue } from '@/values/table'

/** Helpers of the tests in this folder: a host with files in memory, and the real assets. */
export function contextWith(files: Map<string, Uint8Array> = new Map()): RunContext {
  const host = {
    readFile: async (hash: string) => files.get(hash) ?? null,
    readAsset: async (url: string) => new Uint8Array(readFileSync(`.${url.split('?')[0]}`)),
  }
  const pulse = { signal: new AbortController().signal, breathe: async () => {}, progress: () => {} }
  return { ...pulse, node: 'source', seed: 1, host: host as unknown as Host } as unknown as RunContext
}

export async function gatherWith<V>(
  run: AnyRun,
  params: unknown,
  context: RunContext,
  objective?: Partial<Objective>,
) {
  const outcome = await run.run({ params, inputs: { objective }, context })
  const data = outcome.outputs.data as unknown as Dataset
  return { ...outcome, preview: outcome.preview as V, data, table: data.raw }
}

export const rowOf = ({ raw }: Dataset, row: number) => raw.columns.map((column) => cellValue(column, row))

export async function errorOf(attempt: Promise<unknown>): Promise<StepError> {
  const reason: unknown = await attempt.then(
    () => new Error('it succeeded'),
    (error: unknown) => error,
  )
  if (reason instanceof StepFailure) return reason.reason
  throw reason
}
