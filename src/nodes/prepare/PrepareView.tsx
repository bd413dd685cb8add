import { formatCount, formatNumber, formatPercent } from '@/base/format'
import { Tiles } from '@/kit/charts/MetricTiles'
import { Sparkline } from '@/kit/charts/Sparkline'
import { ColumnName } from '@/kit/tables/ColumnTable'
import { defineView, type ViewProps } from '@/kit/view'
import type { ColumnPreview } from '@/values/preview'
import type { ColumnChange, PreparePreview } from './preview'

type Props = ViewProps<PreparePreview>

/** What a preparation step did: each changed column before and after, and the columns that came and went. */
function PrepareOverview({ preview }: Props) {
  const { columns, changedCount, changed, notes } = preview
  const tiles = [
    {
      title: 'Columns',
      value:
        columns.before === columns.after
          ? formatCount(columns.after)
          : `${formatCount(columns.before)} → ${formatCount(columns.after)}`,
    },
    { title: 'Changed', value: formatCount(changedCount) },
    { title: 'Values changed', value: formatCount(preview.valuesChanged) },
  ]
  return (
    <div className="kit-stack">
      <Tiles tiles={tiles} />
      <Notes notes={notes} />
      {changed.length > 0 && (
        <ChangedColumns changed={changed} rows={preview.rows} more={changedCount - changed.length} />
      )}
      <Names title="Added" names={preview.added.map((one) => one.name)} count={preview.addedCount} />
      <Names title="Removed" names={preview.removed} count={preview.removedCount} />
      {changedCount + preview.addedCount + preview.removedCount === 0 && (
        <p className="kit-quiet">This step changed nothing.</p>
      )}
      <p className="kit-quiet">
        A preview, learned from {formatCount(preview.fittedRows)} of {formatCount(preview.rows)} rows. Each
        model learns this step again from its own training rows.
      </p>
    </div>
  )
}

function Notes({ notes }: { notes: string[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="kit-list">
      {notes.map((note, index) => (
        <li key={index}>{note}</li>
      ))}
    </ul>
  )
}

function ChangedColumns({ changed, rows, more }: { changed: ColumnChange[]; rows: number; more: number }) {
  return (
    <div className="kit-scroll">
      <table className="kit-table">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col" className="kit-number">
              Missing
            </th>
          </tr>
        </thead>
        <tbody>
          {changed.map((change, index) => (
            <tr key={index}>
              <th scope="row">
                <ColumnName name={change.name} type={change.after.type} />
              </th>
              <PictureCell picture={change.before} />
              <PictureCell picture={change.after} />
              <td className="kit-number">{missingText(change, rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="kit-quiet">and {formatCount(more)} more columns</p>}
    </div>
  )
}

function PictureCell({ picture }: { picture: ColumnPreview }) {
  const counts = picture.histogram.length > 0 ? picture.histogram : picture.categories.map((one) => one.count)
  const words = rangeText(picture)
  return (
    <td>
      <Sparkline counts={counts} width={64} />
      <span className="kit-clip kit-under" title={words}>
        {words}
      </span>
    </td>
  )
}

function rangeText({ minimum, maximum, categories }: ColumnPreview): string {
  if (minimum !== null && maximum !== null) return `${formatNumber(minimum)} – ${formatNumber(maximum)}`
  return categories.map((one) => one.name).join(', ') || 'no values'
}

function missingText({ before, after }: ColumnChange, rows: number): string {
  const share = (count: number) => (count === 0 ? '0' : formatPercent(count / Math.max(1, rows)))
  return before.missing === after.missing
    ? share(after.missing)
    : `${share(before.missing)} → ${share(after.missing)}`
}

function Names({ title, names, count }: { title: string; names: string[]; count: number }) {
  if (count === 0) return null
  const more = count - names.length
  return (
    <div>
      <h4 className="kit-heading">
        {title} ({formatCount(count)})
      </h4>
      <p className="kit-quiet" style={{ overflowWrap: 'anywhere' }}>
        {names.map((name) => name || '(no name)').join(', ')}
        {more > 0 && ` and ${formatCount(more)} more`}
      </p>
    </div>
  )
}

/** The view that all preparation steps share. */
export const prepareView = defineView<PreparePreview>({ Overview: PrepareOverview })
