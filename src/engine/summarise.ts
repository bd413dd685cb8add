import type { OutputSummary } from '@/contract/events'
import type { StageId } from '@/contract/stages'
import { previewTable } from '@/ml/preview/tablePreview'
import type { PortValue } from '@/values/ports'
import { tableFingerprint } from './fingerprint'

/** What the page gets to know of a step's values, port by port. */
export function summarise(values: ReadonlyMap<string, PortValue>, stage: StageId): OutputSummary[] {
  return [...values].map(([port, value]) => {
    if (value.kind !== 'dataset') return { port, kind: value.kind, shape: null, table: null }
    const { rowCount, columns } = value.table
    return {
      port,
      kind: value.kind,
      shape: { rows: rowCount, columns: columns.length },
      table: previewTable(value),
      fingerprint: stage === 'gather' ? tableFingerprint(value.raw) : null,
    }
  })
}
