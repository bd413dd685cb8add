import type { Entry } from '@/engine/cache'
import { writeModelFile } from '@/ml/modelFile/write'
import { exportTable } from './exportTable'
import type { ExportPurpose } from './protocol'

/** A finished step's value as a file: a model whole, a table as CSV; null for what is neither, or is too large for one text. */
export function exportValue(
  entry: Entry | undefined,
  port: string,
  purpose: ExportPurpose,
): Uint8Array | null {
  const value = entry?.values.get(port)
  if (!entry || !value) return null
  if (value.kind !== 'model') return exportTable(value, purpose)
  try {
    return writeModelFile(value.model, entry.result.metrics)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
