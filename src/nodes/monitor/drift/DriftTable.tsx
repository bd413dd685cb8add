import { formatCount, formatMetric, formatNumber, formatPercent } from '@/base/format'
import { Badge } from '@/kit/Notice'
import { ColumnName } from '@/kit/tables/ColumnTable'
import type { DriftColumn, DriftPreview } from './preview'

const tests = { ks: 'Kolmogorov–Smirnov', 'chi-squared': 'Chi-squared' }

/** Every compared column with its index, its test and what was concluded. */
export function DriftTable({ preview }: { preview: DriftPreview }) {
  return (
    <div className="kit-scroll">
      <table className="kit-table">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Verdict</th>
            <th
              scope="col"
              className="kit-number"
              title="Population stability index against the training rows"
            >
              PSI
            </th>
            <th scope="col" className="kit-number" title="After correction for the number of tests (Holm)">
              p-value
            </th>
            <th scope="col" className="kit-number">
              Missing
            </th>
            <th scope="col">Test</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map((column, index) => (
            <Row key={index} column={column} />
          ))}
        </tbody>
      </table>
      {preview.columnsNotShown > 0 && (
        <p className="kit-quiet">and {formatCount(preview.columnsNotShown)} more columns</p>
      )}
    </div>
  )
}

function Row({ column }: { column: DriftColumn }) {
  const p = column.adjustedPValue ?? column.pValue
  return (
    <tr title={column.reason}>
      <th scope="row">
        <ColumnName name={column.column} type={column.type} />
      </th>
      <td>
        {column.drifted ? <Badge text="drifted" tone="bad" /> : <Badge text="as before" tone="quiet" />}
      </td>
      <td className="kit-number">{formatMetric(column.psi)}</td>
      <td className="kit-number">{p === null ? '–' : p < 0.0001 ? '< 0.0001' : formatNumber(p)}</td>
      <td className="kit-number">
        {column.missingBefore === column.missingNow
          ? formatPercent(column.missingNow)
          : `${formatPercent(column.missingBefore)} → ${formatPercent(column.missingNow)}`}
      </td>
      <td>{tests[column.test]}</td>
    </tr>
  )
}
