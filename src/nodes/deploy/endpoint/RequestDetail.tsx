import { formatCount, formatNumber } from '@/base/format'
import type { LoggedRequest } from '@/contract/run'
import { Notice } from '@/kit/Notice'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { isRefused, predictionText } from './trafficTexts'

const rowsShown = 10

/** One request: its rows, what was said of each, and what the shadow would have said. */
export function RequestDetail({ request }: { request: LoggedRequest }) {
  const { rows, columns, ids, answer, shadow, status, error } = request
  if (isRefused(request)) return <Notice tone="bad" cause={`Refused (${status}): ${error}`} />
  const shadowed = shadow && !('error' in shadow) ? shadow : null
  const titles = [
    ids ? 'Row id' : 'Row',
    ...(answer ? ['Predicted'] : []),
    ...(shadowed ? [`Shadow, version ${shadowed.version}`] : []),
    ...columns,
  ]
  const cells = rows
    .slice(0, rowsShown)
    .map((row, at) => [
      ids?.[at] ?? formatCount(at + 1),
      ...(answer ? [predictionText(answer, at)] : []),
      ...(shadowed ? [predictionText(shadowed, at)] : []),
      ...row.map((value) => (typeof value === 'number' ? formatNumber(value) : value)),
    ])
  const of = rows.length > rowsShown ? `: ${rowsShown} of ${formatCount(rows.length)} rows` : ''
  return (
    <>
      {shadow && 'error' in shadow && (
        <Notice
          tone="warn"
          cause={`The shadow, version ${shadow.version}, could not answer: ${shadow.error}`}
        />
      )}
      <div className="kit-scroll">
        <SimpleTable caption={`What was asked and said${of}`} columns={titles} rows={cells} />
      </div>
    </>
  )
}
