import { formatMetric } from '@/base/format'
import type { StepResult } from '@/contract/events'
import { Tiles } from '@/kit/charts/MetricTiles'
import { metricInfo } from '@/values/metrics'
import { ColumnsPanel, tableIn } from './TablePanels'

export const hasDefaultView = (result: StepResult): boolean =>
  tableIn(result) !== null || Object.keys(result.metrics).length > 0 || result.figure !== ''

/** Serves every type without a view of its own: its table, else its figures. */
export function DefaultView({ result }: { result: StepResult }) {
  const table = tableIn(result)
  if (table) return <ColumnsPanel table={table} />
  const tiles = Object.entries(result.metrics).map(([id, value]) => ({
    title: metricInfo(id)?.title ?? id,
    value: formatMetric(value),
    explain: metricInfo(id)?.explain,
  }))
  if (tiles.length === 0) return <p className="kit-quiet">{result.figure}</p>
  return <Tiles tiles={tiles} />
}
