import type { CSSProperties } from 'react'
import { formatCount, formatPercent, formatPlural } from '@/base/format'
import type { RowSelection } from '@/values/rowSelection'
import { usePick } from '../rowPicking'
import { SimpleTable } from '../tables/SimpleTable'

interface ConfusionMatrixProps {
  title: string
  classes: string[]
  /** `counts[truth][predicted]`. */
  counts: number[][]
  /** The rows of a cell; null where it has none that could be selected. */
  rowsOf?: (truth: number, predicted: number) => RowSelection | null
}

/** Rows are the truth, columns the prediction; the colour is the share of the row. A cell selects its rows. */
export function ConfusionMatrix({ title, classes, counts, rowsOf }: ConfusionMatrixProps) {
  if (classes.length > 12) return <LargeMatrix title={title} classes={classes} counts={counts} />
  const totals = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const size = classes.length === 2 ? 56 : classes.length < 5 ? 46 : 32
  const columns = `minmax(0, max-content) repeat(${classes.length}, minmax(${classes.length > 6 ? 28 : 44}px, 1fr))`
  return (
    <figure className="kit-figure">
      <figcaption>
        <span>{title}</span>
      </figcaption>
      <div className="kit-scroll">
        <div
          className="kit-matrix"
          role="table"
          aria-label={`${title}: rows are the truth, columns the prediction`}
          style={{ gridTemplateColumns: columns }}
        >
          <HeadRow classes={classes} />
          {counts.map((row, truth) => (
            <div key={truth} role="row" style={{ display: 'contents' }}>
              <span
                role="rowheader"
                className="kit-axis"
                style={{ alignSelf: 'center', maxWidth: 80 }}
                title={classes[truth]}
              >
                {classes[truth]}
              </span>
              {row.map((count, predicted) => (
                <Cell
                  key={predicted}
                  count={count}
                  share={totals[truth] ? count / totals[truth] : 0}
                  size={size}
                  right={truth === predicted}
                  name={`${classes[truth]}, predicted ${classes[predicted]}`}
                  rows={count > 0 ? (rowsOf?.(truth, predicted) ?? null) : null}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      <span className="kit-axis kit-axis-words" aria-hidden="true">
        rows: truth · columns: predicted
      </span>
    </figure>
  )
}

function HeadRow({ classes }: { classes: string[] }) {
  return (
    <div role="row" style={{ display: 'contents' }}>
      <span role="columnheader" className="kit-axis">
        <span className="visually-hidden">Truth</span>
      </span>
      {classes.map((name, column) => (
        <span
          key={column}
          role="columnheader"
          className="kit-axis"
          style={{ textAlign: 'center' }}
          title={name}
        >
          {name}
        </span>
      ))}
    </div>
  )
}

interface CellProps {
  count: number
  share: number
  size: number
  right: boolean
  /** What its rows are, in words. */
  name: string
  rows: RowSelection | null
}

/** Dark text or white, whichever reads on the mix of the cell's colour with the surface. */
function Cell({ count, share, size, right, name, rows }: CellProps) {
  const picking = usePick()
  const weight = 0.1 + 0.78 * share
  const style = {
    '--weight': weight.toFixed(3),
    height: size,
    color: weight > 0.6 ? 'var(--cell-strong-text)' : 'var(--text)',
  } as CSSProperties
  const figures = (
    <>
      <span style={{ fontSize: size > 40 ? 15 : 12 }}>{formatCount(count)}</span>
      {size > 40 && <small>{formatPercent(share, 0)}</small>}
    </>
  )
  if (!picking || !rows) {
    return (
      <div
        role="cell"
        className="kit-cell"
        style={style}
        title={right ? 'Predicted right' : 'Predicted wrong'}
      >
        {figures}
      </div>
    )
  }
  return (
    <div role="cell" style={{ minWidth: 0 }}>
      <button
        type="button"
        className="kit-cell kit-cell-pick"
        style={style}
        title={`Select the ${formatPlural(count, 'row')}: ${name}`}
        aria-label={`${name}: ${formatPlural(count, 'row')}`}
        aria-pressed={picking.isPicked(rows.key)}
        onClick={() => picking.pick(rows)}
      >
        {figures}
      </button>
    </div>
  )
}

/** Many classes are listed by their mistakes: a grid of them could not be read. */
function LargeMatrix({ title, classes, counts }: ConfusionMatrixProps) {
  const mistakes = counts.flatMap((row, truth) =>
    row.map((count, predicted) => ({ truth, predicted, count })),
  )
  const worst = mistakes
    .filter((one) => one.truth !== one.predicted && one.count > 0)
    .sort((a, b) => b.count - a.count)
  const rows = worst
    .slice(0, 20)
    .map((one) => [classes[one.truth], classes[one.predicted], formatCount(one.count)])
  return (
    <SimpleTable
      caption={`${title}: most frequent mistakes`}
      columns={['Truth', 'Predicted', 'Rows']}
      rows={rows}
      numeric={[2]}
    />
  )
}
