import type { Pulse } from '@/contract/pulse'
import type { ColumnBaseline } from '@/values/model'
import { findColumn, type Table } from '@/values/table'
import { compareColumn } from './compareColumn'
import type { ColumnComparison } from './comparison'
import { judgeColumns, type DriftLimits, type JudgedColumn } from './verdicts'

export interface DriftFindings {
  columns: JudgedColumn[]
  /** Expected by the model, not in the batch: count as drifted. */
  vanished: string[]
  drifted: number
  /** Of all columns that the model expects. */
  driftedShare: number
  maxPsi: number
}

/** Compares every column that the model expects with the batch. */
export async function compareTable(
  baseline: ColumnBaseline[],
  batch: Table,
  limits: DriftLimits,
  pulse: Pick<Pulse, 'breathe'>,
): Promise<DriftFindings> {
  const comparisons: ColumnComparison[] = []
  const vanished: string[] = []
  for (const expected of baseline) {
    await pulse.breathe()
    const column = findColumn(batch, expected.name)
    if (column) comparisons.push(compareColumn(expected, column))
    else vanished.push(expected.name)
  }
  const columns = judgeColumns(comparisons, limits).sort(
    (a, b) => Number(b.drifted) - Number(a.drifted) || b.psi - a.psi,
  )
  const drifted = columns.filter((column) => column.drifted).length + vanished.length
  return {
    columns,
    vanished,
    drifted,
    driftedShare: baseline.length === 0 ? 0 : drifted / baseline.length,
    maxPsi: columns.reduce((largest, { psi }) => Math.max(largest, psi), 0),
  }
}
